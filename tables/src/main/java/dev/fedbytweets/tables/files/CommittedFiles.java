package dev.fedbytweets.tables.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/// The data files of a snapshot by the sequence numbers of their rows.
public final class CommittedFiles {

  /// Before the first sequence number.
  public static final long ALL = -1;

  private CommittedFiles() {}

  /// The files with a larger data sequence number, in the order of these numbers, without column
  /// statistics. Manifests that have none are not opened.
  ///
  /// @param sequenceNumber [#ALL] for all files
  public static List<DataFile> after(long sequenceNumber, Table table, Snapshot snapshot) {
    List<DataFile> files = new ArrayList<>();
    for (ManifestFile manifest : snapshot.dataManifests(table.io())) {
      if (manifest.sequenceNumber() > sequenceNumber) {
        addAfter(sequenceNumber, table, manifest, files);
      }
    }
    files.sort(
        Comparator.comparing(DataFile::dataSequenceNumber).thenComparing(DataFile::location));
    return files;
  }

  private static void addAfter(
      long sequenceNumber, Table table, ManifestFile manifest, List<DataFile> files) {
    try (ManifestReader<DataFile> entries =
        ManifestFiles.read(manifest, table.io(), table.specs())) {
      for (DataFile file : entries) {
        if (file.dataSequenceNumber() > sequenceNumber) {
          files.add(file.copyWithoutStats());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest.path(), e);
    }
  }
}
