package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.SameRows;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.AheadOfTimeCache;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Ratio;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Benchmarks the way from pages to the three bronze tables, with all columns: ours, and DuckDB in
/// two ways.
public final class BronzeBench {

  private static final int SMALL_PART = 10;

  /// How many of the competitors are ours; they come first.
  private static final int OURS = 2;

  private final Workbench bench;
  private final PageFolder pages;
  private final PageFolder fewPages;
  private final int heapMegabytes;
  private final String machine = Machine.fact();

  /// @param pages the input
  /// @param fewPages a tenth of the input, to compare the memory
  /// @param heapMegabytes the largest size of our heap
  private BronzeBench(Workbench bench, PageFolder pages, PageFolder fewPages, int heapMegabytes) {
    this.bench = bench;
    this.pages = pages;
    this.fewPages = fewPages;
    this.heapMegabytes = heapMegabytes;
  }

  /// Runs the benchmark.
  ///
  /// @param megabytes of JSON
  /// @throws dev.fedbytweets.bench.rounds.BenchException if the outputs differ
  public static Report run(Workbench bench, long seed, int megabytes, int heapMegabytes, int rounds)
      throws IOException, InterruptedException {
    PageFolder pages = PageFolder.ofSize(bench, seed, megabytes);
    PageFolder fewPages = PageFolder.ofSize(bench, seed, Math.ceilDiv(megabytes, SMALL_PART));
    return new BronzeBench(bench, pages, fewPages, heapMegabytes).run(rounds);
  }

  private Report run(int rounds) throws IOException, InterruptedException {
    List<BronzeCompetitor> competitors = List.of();
    BronzeOursCompetitor trainer = untrained(fewPages);
    try (AheadOfTimeCache cache = AheadOfTimeCache.trainedBy(bench, trainer.program(), trainer)) {
      competitors = competitors(pages, cache);
      Folders.warm(pages.root());
      List<CompetitorResult> all = new Rounds(bench, rounds).run(competitors);
      CompetitorResult ours = all.getFirst();
      CompetitorResult peer =
          all.stream()
              .skip(OURS)
              .min(Comparator.comparing(CompetitorResult::cpuSeconds))
              .orElseThrow();
      List<ReportTable> tables = new ArrayList<>();
      tables.add(BronzeReportTables.speeds(pages, all));
      tables.add(BronzeReportTables.sizes(competitors));
      long rows = requireSameRows(competitors);
      tables.add(memory(all, cache));
      return new Report(
          "bronze",
          facts(rounds),
          tables,
          List.of(
              Ratio.of(ours, peer).speed(),
              "all of them wrote the same %,d rows: counts, types and a hash of every column agree"
                  .formatted(rows)));
    } finally {
      for (BronzeCompetitor competitor : competitors) {
        Folders.remove(competitor.output());
      }
    }
  }

  private List<BronzeCompetitor> competitors(PageFolder read, AheadOfTimeCache cache) {
    Path work = bench.work();
    return List.of(
        trained(read, cache),
        untrained(read),
        new BronzeDuckCompetitor(
            read, work.resolve("bronze-duckdb-table"), BronzeDuckMain.Way.TABLE),
        new BronzeDuckCompetitor(
            read, work.resolve("bronze-duckdb-stream"), BronzeDuckMain.Way.STREAM));
  }

  private BronzeOursCompetitor trained(PageFolder read, AheadOfTimeCache cache) {
    Path output = bench.work().resolve("bronze-ours");
    return new BronzeOursCompetitor(
        cache.in(BronzeOursCompetitor.program("ours", read, output, heapMegabytes)), output);
  }

  private BronzeOursCompetitor untrained(PageFolder read) {
    Path output = bench.work().resolve("bronze-ours-untrained");
    return new BronzeOursCompetitor(
        BronzeOursCompetitor.program("ours, untrained", read, output, heapMegabytes), output);
  }

  private List<String> facts(int rounds) throws IOException {
    return List.of(
        "%,d pages of 100 posts, %,.0f MB of JSON, to tweets, users and places with all columns"
            .formatted(pages.pages(), pages.jsonBytes() / 1e6),
        "all read the pages as they are stored, gzipped: %,.0f MB"
            .formatted(pages.storedBytes() / 1e6),
        "all write zstd Parquet; fresh processes on one CPU, %d rounds in turn, medians"
            .formatted(rounds),
        "ours runs with a heap of at most %d MB, and its output is committed and safe on disk"
            .formatted(heapMegabytes),
        "ours has an ahead-of-time cache of the JVM, made before by a training run, as images have",
        machine);
  }

  private static long requireSameRows(List<BronzeCompetitor> competitors) throws IOException {
    long rows = 0;
    for (Entity table : BronzeCompetitor.TABLES) {
      for (BronzeCompetitor peer : competitors.subList(1, competitors.size())) {
        long same =
            SameRows.require(
                "bronze." + table.lowerCase(),
                competitors.getFirst().files(table),
                peer.files(table));
        rows += peer.equals(competitors.getLast()) ? same : 0;
      }
    }
    return rows;
  }

  /// Runs each once more, with fewer pages.
  private ReportTable memory(List<CompetitorResult> all, AheadOfTimeCache cache)
      throws IOException, InterruptedException {
    List<CompetitorResult> few = new Rounds(bench, 1).run(competitors(fewPages, cache));
    List<Line> lines = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      lines.add(
          Line.of(
              all.get(index).name(),
              few.get(index).peakBytes() / 1e6,
              all.get(index).peakBytes() / 1e6));
    }
    return new ReportTable("peak memory, MB", List.of(column(fewPages), column(pages)), lines);
  }

  private static Column column(PageFolder read) {
    return new Column("of %,.0f MB".formatted(read.jsonBytes() / 1e6), 0);
  }
}
