package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.SameRows;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.report.Column;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.Table;
import dev.fedbytweets.bench.report.Table.Line;
import dev.fedbytweets.bench.rounds.AheadOfTimeCache;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Measured;
import dev.fedbytweets.bench.rounds.Ratio;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pages to the three bronze tables, all columns: ours, and DuckDB in both its ways.
public final class BronzeBench {

  private static final int SMALL_PART = 10;

  /// How many of the racers are ours; they come first.
  private static final int OURS = 2;

  private final Workbench bench;
  private final PageFolder pages;
  private final PageFolder fewPages;
  private final int heapMegabytes;
  private final String machine = Machine.fact();

  /// @param pages what is read
  /// @param fewPages a tenth of it, for comparing the memory
  /// @param heapMegabytes how large our heap may become
  private BronzeBench(Workbench bench, PageFolder pages, PageFolder fewPages, int heapMegabytes) {
    this.bench = bench;
    this.pages = pages;
    this.fewPages = fewPages;
    this.heapMegabytes = heapMegabytes;
  }

  /// Measures.
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
    List<BronzeRacer> racers = List.of();
    try (AheadOfTimeCache cache = AheadOfTimeCache.trainedBy(bench, untrained(fewPages))) {
      racers = racers(pages, cache);
      Folders.warm(pages.root());
      List<Measured> all = new Rounds(bench, rounds).run(racers);
      Measured ours = all.getFirst();
      Measured peer =
          all.stream().skip(OURS).min(Comparator.comparing(Measured::cpuSeconds)).orElseThrow();
      List<Table> tables = new ArrayList<>();
      tables.add(BronzeTables.speeds(pages, all));
      tables.add(BronzeTables.sizes(racers));
      long rows = requireSameRows(racers);
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
      for (BronzeRacer racer : racers) {
        Folders.remove(racer.output());
      }
    }
  }

  private List<BronzeRacer> racers(PageFolder read, AheadOfTimeCache cache) {
    Path work = bench.work();
    return List.of(
        trained(read, cache),
        untrained(read),
        new DuckRacer(read, work.resolve("bronze-duckdb-table"), DuckMain.Way.TABLE),
        new DuckRacer(read, work.resolve("bronze-duckdb-stream"), DuckMain.Way.STREAM));
  }

  private OursRacer trained(PageFolder read, AheadOfTimeCache cache) {
    Path output = bench.work().resolve("bronze-ours");
    return new OursRacer(
        cache.in(OursRacer.contender("ours", read, output, heapMegabytes)), output);
  }

  private OursRacer untrained(PageFolder read) {
    Path output = bench.work().resolve("bronze-ours-untrained");
    return new OursRacer(
        OursRacer.contender("ours, untrained", read, output, heapMegabytes), output);
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

  private static long requireSameRows(List<BronzeRacer> racers) throws IOException {
    long rows = 0;
    for (Entity table : Entity.values()) {
      for (BronzeRacer peer : racers.subList(1, racers.size())) {
        long same =
            SameRows.require(
                "bronze." + table.lowerCase(), racers.getFirst().files(table), peer.files(table));
        rows += peer == racers.getLast() ? same : 0;
      }
    }
    return rows;
  }

  /// One run more of each, with fewer pages.
  private Table memory(List<Measured> all, AheadOfTimeCache cache)
      throws IOException, InterruptedException {
    List<Measured> few = new Rounds(bench, 1).run(racers(fewPages, cache));
    List<Line> lines = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      lines.add(
          Line.of(
              all.get(index).name(),
              few.get(index).peakBytes() / 1e6,
              all.get(index).peakBytes() / 1e6));
    }
    return new Table("peak memory, MB", List.of(column(fewPages), column(pages)), lines);
  }

  private static Column column(PageFolder read) {
    return new Column("of %,.0f MB".formatted(read.jsonBytes() / 1e6), 0);
  }
}
