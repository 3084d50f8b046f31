package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Bronze tables as inputs of other benchmarks.
public final class BronzeInputs {

  /// More than needed, because nothing is measured here.
  private static final int HEAP_MEGABYTES = 512;

  private BronzeInputs() {}

  /// Makes the bronze tables of a lake.
  ///
  /// @param lake a folder
  public static void ours(Workbench bench, PageFolder pages, Path lake)
      throws InterruptedException {
    bench.run(
        JavaProgram.of(
            "making bronze tables", BronzeOursMain.class, HEAP_MEGABYTES, pages.root(), lake));
  }

  /// Makes them in this process, for few pages.
  public static void load(PageFolder pages, Path lake) {
    BronzeOursMain.load(pages.root(), lake);
  }

  /// The bronze tables as DuckDB writes them, made once: a folder with a file for each.
  public static Path duckdb(Workbench bench, long seed, PageFolder pages)
      throws IOException, InterruptedException {
    return bench.input(
        "numbered-bronze-duckdb-" + seed + "-" + pages.pages(),
        folder ->
            bench.run(
                new BronzeDuckCompetitor(pages, folder, BronzeDuckMain.Way.STREAM).program()));
  }

  /// The files of a lake's bronze table.
  public static TableFiles files(Path lake, Entity table) throws IOException {
    return new TableFiles(
        "ours", Folders.parquetFiles(lake.resolve("bronze").resolve(table.lowerCase())));
  }

  /// A table in one file that DuckDB wrote.
  public static TableFiles file(Path file) {
    return new TableFiles("DuckDB", List.of(file));
  }
}
