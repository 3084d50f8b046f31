package dev.fedbytweets.tables.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericDeleteFilter;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;

/// What the delete files of a table's current snapshot delete. We write none, but engines that
/// merge on read do: position deletes, deletion vectors and equality deletes, each of which Iceberg
/// applies here. A table without any costs no more than a look at its manifest list.
public final class RowDeletes {

  private static final Schema POSITION = new Schema(MetadataColumns.ROW_POSITION);

  private final List<DeleteFile> files;
  private final Map<String, LiveFile> changed;

  private RowDeletes(List<DeleteFile> files, Map<String, LiveFile> changed) {
    this.files = files;
    this.changed = changed;
  }

  /// Reads the delete files.
  ///
  /// @throws UncheckedIOException naming what cannot be read
  public static RowDeletes of(Table table) {
    if (table.currentSnapshot() == null) {
      return new RowDeletes(List.of(), Map.of());
    }
    List<DeleteFile> files = new ArrayList<>();
    for (ManifestFile manifest : table.currentSnapshot().deleteManifests(table.io())) {
      files.addAll(files(manifest, table));
    }
    return new RowDeletes(files, files.isEmpty() ? Map.of() : changed(table));
  }

  /// The delete files, also those that no row is left for.
  public List<DeleteFile> files() {
    return Collections.unmodifiableList(files);
  }

  /// The data files of which rows are deleted.
  public Collection<LiveFile> changed() {
    return Collections.unmodifiableCollection(changed.values());
  }

  /// What is left of a data file.
  public LiveFile in(DataFile file) {
    LiveFile live = changed.get(file.location());
    return live == null ? LiveFile.whole(file) : live;
  }

  /// How many rows are deleted.
  public long rows() {
    return changed.values().stream().mapToLong(file -> file.deleted().cardinality()).sum();
  }

  private static List<DeleteFile> files(ManifestFile manifest, Table table) {
    List<DeleteFile> files = new ArrayList<>();
    try (ManifestReader<DeleteFile> entries =
        ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
      entries.forEach(file -> files.add(file.copyWithoutStats()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest.path(), e);
    }
    return files;
  }

  private static Map<String, LiveFile> changed(Table table) {
    Map<String, LiveFile> changed = new HashMap<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        BitSet deleted = task.deletes().isEmpty() ? new BitSet(0) : deleted(table, task);
        if (!deleted.isEmpty()) {
          changed.put(task.file().location(), new LiveFile(task.file(), deleted));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot plan a scan of " + table.name(), e);
    }
    return changed;
  }

  /// The positions that Iceberg's own filter leaves out of a scan.
  private static BitSet deleted(Table table, FileScanTask task) {
    GenericDeleteFilter filter =
        new GenericDeleteFilter(table.io(), task, table.schema(), POSITION);
    BitSet deleted = new BitSet();
    deleted.set(0, Math.toIntExact(task.file().recordCount()));
    try (CloseableIterable<Record> rows =
        filter.filter(
            Parquet.read(table.io().newInputFile(task.file()))
                .project(filter.requiredSchema())
                .createReaderFunc(
                    file -> GenericParquetReaders.buildReader(filter.requiredSchema(), file))
                .build())) {
      rows.forEach(
          row ->
              deleted.clear(
                  Math.toIntExact((long) row.getField(MetadataColumns.ROW_POSITION.name()))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + task.file().location(), e);
    }
    return deleted;
  }
}
