package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// DuckDB in one of its two ways.
///
/// @param pages the input
/// @param output a folder of its own
record BronzeDuckCompetitor(PageFolder pages, Path output, BronzeDuckMain.Way way)
    implements BronzeCompetitor {

  /// DuckDB's memory is not on Java's heap.
  private static final int HEAP_MEGABYTES = 64;

  @Override
  public JavaProgram program() {
    return JavaProgram.of(
        way.title(), BronzeDuckMain.class, HEAP_MEGABYTES, pages.glob(), output, way.name());
  }

  @Override
  public void reset() throws IOException {
    Folders.remove(output);
    Files.createDirectories(output);
  }

  @Override
  public TableFiles files(Entity table) {
    return new TableFiles(way.title(), List.of(output.resolve(table.lowerCase() + ".parquet")));
  }
}
