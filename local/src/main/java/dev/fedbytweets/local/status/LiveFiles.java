package dev.fedbytweets.local.status;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileDamage;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.MetadataDamage;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/// The files of a table's current state.
///
/// @param name `silver.tweets`
/// @param metadata the current metadata file
/// @param live the Parquet files that hold the rows, in the order of their paths
public record LiveFiles(String name, Path metadata, List<DataFile> live) {

  public LiveFiles {
    live = List.copyOf(live);
  }

  /// A Parquet file with rows of a table.
  ///
  /// @param path absolute
  /// @param rows without deleted ones
  /// @param deleted how many of its rows delete files of other engines delete
  public record DataFile(Path path, long bytes, long rows, long deleted) {}

  /// The files of a table; empty if the lake has no such table yet.
  ///
  /// @throws RejectedException naming the table, if its metadata is missing or damaged
  public static Optional<LiveFiles> of(Lake lake, TableDefinition<?> definition) {
    Optional<Table> existing = lake.tables().existing(definition);
    try {
      return existing.map(table -> of(lake, definition.toString(), table));
    } catch (RuntimeException e) {
      throw new RejectedException(MetadataDamage.of(definition, lake.directory(), e), e);
    }
  }

  /// The rows of the table.
  public long rows() {
    return live.stream().mapToLong(DataFile::rows).sum();
  }

  /// The size of the live files.
  public long bytes() {
    return live.stream().mapToLong(DataFile::bytes).sum();
  }

  /// How many rows of the files are deleted.
  public long deleted() {
    return live.stream().mapToLong(DataFile::deleted).sum();
  }

  /// What is wrong with the files, a line for each that is damaged.
  public List<String> damages() {
    return live.stream()
        .flatMap(
            file ->
                FileDamage.of(file.path(), file.bytes()).stream()
                    .map(damage -> "%s: %s %s".formatted(name, file.path(), damage)))
        .toList();
  }

  private static LiveFiles of(Lake lake, String name, Table table) {
    String metadata = ((HasTableOperations) table).operations().current().metadataFileLocation();
    RowDeletes deletes = RowDeletes.of(table);
    List<DataFile> live = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        live.add(file(lake, deletes.in(task.file())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the list of files of " + name, e);
    }
    live.sort(Comparator.comparing(DataFile::path));
    return new LiveFiles(name, lake.directory().file(metadata), live);
  }

  private static DataFile file(Lake lake, LiveFile live) {
    return new DataFile(
        lake.directory().file(live.file().location()),
        live.file().fileSizeInBytes(),
        live.rows(),
        live.deleted().cardinality());
  }
}
