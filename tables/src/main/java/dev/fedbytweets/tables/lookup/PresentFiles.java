package dev.fedbytweets.tables.lookup;

import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/// The data files of a table's present state. A table that is not there has none.
final class PresentFiles {

  private final Optional<Table> table;
  private final List<LiveFile> files;

  private PresentFiles(Optional<Table> table, List<LiveFile> files) {
    this.table = table;
    this.files = files;
  }

  static PresentFiles of(LakeTables lake, TableDefinition<?> definition) {
    Optional<Table> table =
        lake.existing(definition).filter(present -> present.currentSnapshot() != null);
    return new PresentFiles(table, table.map(PresentFiles::files).orElse(List.of()));
  }

  private static List<LiveFile> files(Table table) {
    RowDeletes deletes = RowDeletes.of(table);
    return CommittedFiles.after(CommittedFiles.ALL, table, table.currentSnapshot()).stream()
        .map(deletes::in)
        .toList();
  }

  long rows() {
    return files.stream().mapToLong(LiveFile::rows).sum();
  }

  /// The files of each partition, in the order of the partitions; of a table without partitions
  /// each file by itself.
  List<List<LiveFile>> byPartition() {
    Map<String, List<LiveFile>> partitions = new TreeMap<>();
    for (LiveFile live : files) {
      DataFile file = live.file();
      String partition =
          file.partition().size() == 0 ? file.location() : file.partition().toString();
      partitions.computeIfAbsent(partition, _ -> new ArrayList<>()).add(live);
    }
    return List.copyOf(partitions.values());
  }

  /// Reads all files, one after another.
  void forEach(Consumer<ColumnFileReader> reader) {
    files.forEach(file -> read(file, reader));
  }

  /// Reads one of the files.
  ///
  /// @param reader names its columns, and reads the rows of each row group
  void read(LiveFile file, Consumer<ColumnFileReader> reader) {
    try (ColumnFileReader columns = new ColumnFileReader(table.orElseThrow(), file)) {
      reader.accept(columns);
    }
  }
}
