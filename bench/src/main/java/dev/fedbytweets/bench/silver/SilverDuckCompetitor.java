package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// DuckDB, with `row_number() = 1` over the bronze file that it wrote itself.
///
/// @param bronze the Parquet file
/// @param output the Parquet file to write
record SilverDuckCompetitor(Path bronze, Entity table, Path output) implements Competitor {

  private static final int HEAP_MEGABYTES = 64;

  @Override
  public JavaProgram program() {
    return JavaProgram.of(
        "DuckDB", SilverDuckMain.class, HEAP_MEGABYTES, bronze, table.name(), output);
  }

  @Override
  public void reset() throws IOException {
    Files.deleteIfExists(output);
  }

  @Override
  public long outputBytes() throws IOException {
    return Files.size(output);
  }

  /// What it wrote.
  TableFiles files() {
    return new TableFiles("DuckDB", List.of(output));
  }
}
