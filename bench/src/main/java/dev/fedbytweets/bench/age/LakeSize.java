package dev.fedbytweets.bench.age;

import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.status.LiveFiles;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the tables of a lake are made of.
///
/// @param tables those that the lake has
/// @param metadataBytes everything in the tables' folders that is no data file, also of the past
/// @param storedFiles all files in these folders
/// @param storedBytes their size
record LakeSize(List<TableSize> tables, long metadataBytes, long storedFiles, long storedBytes) {

  /// What the present state of a table reads.
  ///
  /// @param partitions days; one for a table that has none
  record TableSize(String name, long partitions, long files, long bytes) {

    static TableSize of(LiveFiles live) {
      long partitions =
          live.live().stream().map(file -> file.path().getParent()).distinct().count();
      return new TableSize(live.name(), partitions, live.live().size(), live.bytes());
    }

    /// How many more files it has than three for each partition; negative if it has fewer.
    long filesBeyond() {
      return files - 3 * partitions;
    }
  }

  static LakeSize of(LakeDirectory directory) throws IOException {
    List<TableSize> tables = new ArrayList<>();
    try (Lake lake = Lake.openExisting(directory)) {
      for (TableDefinition<?> definition : TableDefinitions.ALL) {
        LiveFiles.of(lake, definition).map(TableSize::of).ifPresent(tables::add);
      }
    }
    List<Path> stored = new ArrayList<>(Folders.files(directory.root().resolve("bronze")));
    stored.addAll(Folders.files(directory.root().resolve("silver")));
    List<Path> metadata =
        stored.stream().filter(file -> !file.toString().endsWith(".parquet")).toList();
    return new LakeSize(tables, Folders.bytes(metadata), stored.size(), Folders.bytes(stored));
  }

  long partitions() {
    return tables.stream().mapToLong(TableSize::partitions).sum();
  }

  long files() {
    return tables.stream().mapToLong(TableSize::files).sum();
  }

  long dataBytes() {
    return tables.stream().mapToLong(TableSize::bytes).sum();
  }

  /// The table with the most files for its partitions.
  TableSize fullest() {
    return tables.stream().max(Comparator.comparingLong(TableSize::filesBeyond)).orElseThrow();
  }
}
