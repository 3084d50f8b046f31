package dev.fedbytweets.tables.silver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/// What a bronze table gained since silver last looked. Told by sequence numbers, which only grow
/// and which every file carries: so it does not matter whether the snapshot where silver stopped
/// has been expired, and files that someone compacted are at worst read again.
///
/// @param files in the order in which they were committed
/// @param upTo how far into bronze silver reaches with these
/// @param isAll whether there is nothing after `upTo`
record Gain(List<DataFile> files, BronzePoint upTo, boolean isAll) {

  /// @param since how far silver reaches, empty if nowhere
  /// @param mostRows how many rows to take at once; a commit is taken whole, so it may be more
  /// @return empty if there is nothing new
  static Optional<Gain> since(Table bronze, Optional<BronzePoint> since, long mostRows) {
    Snapshot head = bronze.currentSnapshot();
    long after = since.map(BronzePoint::sequenceNumber).orElse(0L);
    if (head == null || head.sequenceNumber() <= after) {
      return Optional.empty();
    }
    List<DataFile> gained = filesAfter(bronze, head, after);
    if (gained.isEmpty()) {
      return Optional.empty();
    }
    List<DataFile> taken = firstCommits(gained, mostRows);
    boolean isAll = taken.size() == gained.size();
    BronzePoint upTo =
        new BronzePoint(
            head.snapshotId(),
            isAll ? head.sequenceNumber() : taken.getLast().dataSequenceNumber());
    return Optional.of(new Gain(taken, upTo, isAll));
  }

  private static List<DataFile> filesAfter(Table bronze, Snapshot head, long sequenceNumber) {
    List<DataFile> files = new ArrayList<>();
    for (ManifestFile manifest : head.dataManifests(bronze.io())) {
      if (manifest.sequenceNumber() <= sequenceNumber) {
        continue;
      }
      try (ManifestReader<DataFile> entries =
          ManifestFiles.read(manifest, bronze.io(), bronze.specs())) {
        for (DataFile file : entries) {
          if (file.dataSequenceNumber() > sequenceNumber) {
            files.add(file.copyWithoutStats());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + manifest.path(), e);
      }
    }
    files.sort(
        Comparator.comparing(DataFile::dataSequenceNumber).thenComparing(DataFile::location));
    return files;
  }

  private static List<DataFile> firstCommits(List<DataFile> files, long mostRows) {
    long rows = 0;
    int taken = 0;
    while (taken < files.size()
        && (rows < mostRows || isSameCommit(files.get(taken - 1), files.get(taken)))) {
      rows += files.get(taken).recordCount();
      taken++;
    }
    return List.copyOf(files.subList(0, taken));
  }

  private static boolean isSameCommit(DataFile file, DataFile next) {
    return file.dataSequenceNumber().equals(next.dataSequenceNumber());
  }
}
