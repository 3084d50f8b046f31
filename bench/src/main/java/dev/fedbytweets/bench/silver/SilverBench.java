package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.bronze.BronzeInputs;
import dev.fedbytweets.bench.compare.SameRows;
import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.pages.PageGenerator;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.AheadOfTimeCache;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Ratio;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A whole bronze table to unique, clean rows: ours, and DuckDB.
public final class SilverBench {

  private static final int SMALL_PART = 10;

  private final Workbench bench;
  private final Entity table;
  private final SilverOursCompetitor trainer;
  private final SilverOursCompetitor ours;
  private final SilverDuckCompetitor duck;
  private final int heapMegabytes;
  private final String machine = Machine.fact();

  /// @param trainer with a small table, for the training run
  private SilverBench(
      Workbench bench,
      Entity table,
      SilverOursCompetitor trainer,
      SilverOursCompetitor ours,
      SilverDuckCompetitor duck,
      int heapMegabytes) {
    this.bench = bench;
    this.table = table;
    this.trainer = trainer;
    this.ours = ours;
    this.duck = duck;
    this.heapMegabytes = heapMegabytes;
  }

  /// Runs the benchmark.
  ///
  /// @param table tweets or users
  /// @param posts how many there are in bronze, in pages of 100
  /// @param heapMegabytes the largest size of our heap
  /// @throws dev.fedbytweets.bench.rounds.BenchException if the outputs differ
  public static Report run(
      Workbench bench, long seed, Entity table, int posts, int heapMegabytes, int rounds)
      throws IOException, InterruptedException {
    PageFolder pages = PageFolder.ofPages(bench, seed, Math.ceilDiv(posts, PageGenerator.POSTS));
    PageFolder fewPages =
        PageFolder.ofPages(bench, seed, Math.ceilDiv(posts, PageGenerator.POSTS * SMALL_PART));
    LakeDirectory lake = new LakeDirectory(lake(bench, seed, pages));
    LakeDirectory smallLake = new LakeDirectory(lake(bench, seed, fewPages));
    Path bronze = BronzeInputs.duckdb(bench, seed, pages).resolve(table.lowerCase() + ".parquet");
    return new SilverBench(
            bench,
            table,
            new SilverOursCompetitor("training", smallLake, table, heapMegabytes),
            new SilverOursCompetitor("ours", lake, table, heapMegabytes),
            new SilverDuckCompetitor(bronze, table, bench.work().resolve("silver-duckdb.parquet")),
            heapMegabytes)
        .run(rounds);
  }

  private Report run(int rounds) throws IOException, InterruptedException {
    TableFiles bronze = BronzeInputs.files(ours.lake().root(), table);
    TableFiles peerBronze = BronzeInputs.file(duck.bronze());
    long read = SameRows.require("bronze." + table.lowerCase(), bronze, peerBronze);
    try (AheadOfTimeCache cache = AheadOfTimeCache.trainedBy(bench, trainer.program(), trainer)) {
      List<CompetitorResult> all = new Rounds(bench, rounds).run(List.of(ours.with(cache), duck));
      long written = SameRows.require("silver." + table.lowerCase(), ours.files(), duck.files());
      return new Report(
          "silver " + table.lowerCase(),
          facts(read, written, rounds),
          List.of(speeds(all, read)),
          List.of(
              Ratio.of(all.getFirst(), all.getLast()).speed(),
              "both wrote the same %,d rows: counts, types and a hash of every column agree"
                  .formatted(written)));
    } finally {
      ours.reset();
      duck.reset();
    }
  }

  private List<String> facts(long read, long written, int rounds) {
    return List.of(
        "%,d rows of bronze.%s to the newest look at each key, cleaned: %,d rows of silver"
            .formatted(read, table.lowerCase(), written),
        "ours: the function; DuckDB: row_number() = 1 and the same cleaning in SQL",
        "fresh processes on one CPU, %d rounds in turn, medians; our heap is at most %d MB"
            .formatted(rounds, heapMegabytes),
        "ours has an ahead-of-time cache of the JVM, made before by a training run, as images have",
        machine);
  }

  private static Path lake(Workbench bench, long seed, PageFolder pages)
      throws IOException, InterruptedException {
    return bench.input(
        "numbered-bronze-lake-" + seed + "-" + pages.pages(),
        folder -> {
          BronzeInputs.ours(bench, pages, folder);
          new SavedLake(new LakeDirectory(folder)).save();
        });
  }

  private static ReportTable speeds(List<CompetitorResult> all, long rows) {
    List<Line> lines =
        all.stream()
            .map(
                each ->
                    Line.of(
                        each.name(),
                        each.wallSeconds(),
                        each.cpuSeconds(),
                        rows / each.wallSeconds(),
                        rows / each.cpuSeconds(),
                        each.peakBytes() / 1e6,
                        each.outputBytes() / 1e6))
            .toList();
    return new ReportTable(
        "speed",
        List.of(
            new Column("wall s", 2),
            new Column("CPU s", 2),
            new Column("rows/s wall", 0),
            new Column("rows/s CPU", 0),
            new Column("peak MB", 0),
            new Column("output MB", 1)),
        lines);
  }
}
