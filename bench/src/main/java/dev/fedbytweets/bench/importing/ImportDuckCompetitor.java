package dev.fedbytweets.bench.importing;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.ImportFiles;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.core.model.Entity;
import java.nio.file.Path;
import java.util.List;

/// DuckDB, which keeps no raw pages and commits nothing.
///
/// @param output a folder of its own
record ImportDuckCompetitor(ImportFiles pages, Path output) implements ImportCompetitor {

  /// DuckDB's memory is not on Java's heap.
  private static final int HEAP_MEGABYTES = 64;

  @Override
  public JavaProgram program() {
    return JavaProgram.of("DuckDB", ImportDuckMain.class, HEAP_MEGABYTES, pages.glob(), output);
  }

  @Override
  public TableFiles bronze(Entity table) {
    return file(table.lowerCase());
  }

  @Override
  public TableFiles silver(Entity table) {
    return file("silver-" + table.lowerCase());
  }

  private TableFiles file(String name) {
    return new TableFiles("DuckDB", List.of(output.resolve(name + ".parquet")));
  }
}
