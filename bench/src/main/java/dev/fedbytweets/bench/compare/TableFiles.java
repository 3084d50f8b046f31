package dev.fedbytweets.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The Parquet files of a table.
///
/// @param writer the program that wrote them, for messages
/// @param files at least one
/// @param without columns that are not compared
public record TableFiles(String writer, List<Path> files, List<String> without) {

  public TableFiles {
    files = List.copyOf(files);
    without = List.copyOf(without);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(writer + " wrote no files");
    }
  }

  public TableFiles(String writer, List<Path> files) {
    this(writer, files, List.of());
  }

  /// The same without some columns, which the two engines cannot have in common.
  public TableFiles without(String... columns) {
    return new TableFiles(writer, files, List.of(columns));
  }

  /// The SQL of DuckDB that reads the rows.
  public String sql() {
    String all = all();
    return without.isEmpty()
        ? all
        : "(SELECT * EXCLUDE (%s) FROM %s)".formatted(String.join(", ", without), all);
  }

  private String all() {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
  }
}
