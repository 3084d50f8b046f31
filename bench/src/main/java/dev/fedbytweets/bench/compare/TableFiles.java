package dev.fedbytweets.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The Parquet files of a table.
///
/// @param writer the program that wrote them, for messages
/// @param files at least one
public record TableFiles(String writer, List<Path> files) {

  public TableFiles {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(writer + " wrote no files");
    }
  }

  /// The SQL of DuckDB that reads the rows.
  public String sql() {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
  }
}
