package dev.fedbytweets.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The Parquet files that are a table.
///
/// @param writer who wrote them, for messages
/// @param files at least one
public record TableFiles(String writer, List<Path> files) {

  public TableFiles {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(writer + " wrote no files");
    }
  }

  /// The rows as DuckDB reads them.
  public String sql() {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
  }
}
