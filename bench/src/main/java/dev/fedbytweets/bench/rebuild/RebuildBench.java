package dev.fedbytweets.bench.rebuild;

import dev.fedbytweets.bench.bronze.BronzeInputs;
import dev.fedbytweets.bench.compare.SameRows;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.pages.PageGenerator;
import dev.fedbytweets.bench.pages.Story;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.AheadOfTimeCache;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.LakeProgram;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Ratio;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.bench.silver.SilverFiles;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Benchmarks `./lake rebuild` against the bronze and silver stages of the same pages alone.
public final class RebuildBench {

  private static final List<Entity> TABLES = List.of(Entity.TWEETS, Entity.USERS, Entity.PLACES);
  private static final int SMALL_PART = 10;
  private static final int STAGES_HEAP_MEGABYTES = 256;

  private RebuildBench() {}

  /// Runs the benchmark.
  ///
  /// @param launcher the file `lake`
  /// @param megabytes of JSON
  /// @throws dev.fedbytweets.bench.rounds.BenchException if the tables differ
  public static Report run(Workbench bench, Path launcher, long seed, int megabytes, int rounds)
      throws IOException, InterruptedException {
    String machine = Machine.fact();
    LakeProgram.prepare(bench, launcher);
    int count = PageFolder.pages(seed, megabytes);
    PageFolder pages = lake(bench, seed, count);
    Path output = bench.work().resolve("rebuild-stages");
    StagesCompetitor trainer =
        StagesCompetitor.of(
            PageFolder.ofPages(bench, seed, Math.ceilDiv(count, SMALL_PART)),
            output,
            STAGES_HEAP_MEGABYTES);
    RebuildCompetitor rebuild = new RebuildCompetitor(pages, launcher);
    try (AheadOfTimeCache cache = AheadOfTimeCache.trainedBy(bench, trainer.program(), trainer)) {
      StagesCompetitor stages =
          StagesCompetitor.of(pages, output, STAGES_HEAP_MEGABYTES).with(cache);
      bench.say("the first rebuild makes the tables, and does not count");
      bench.run(rebuild.program());
      List<CompetitorResult> all = new Rounds(bench, rounds).run(List.of(rebuild, stages));
      long rows = requireSameRows(pages.root(), output);
      return new Report(
          "rebuild",
          List.of(
              "%,d raw pages, %,.0f MB of JSON, %,.0f MB as they are stored, to bronze and silver"
                  .formatted(pages.pages(), pages.jsonBytes() / 1e6, pages.storedBytes() / 1e6),
              "rebuild: the whole command, which first removes the tables of the round before",
              "the stages: the functions for bronze and silver in one JVM of their own with an ahead-of-time cache",
              "fresh processes on one CPU, %d rounds in turn, medians".formatted(rounds),
              machine),
          List.of(speeds(all, pages.jsonBytes() / 1e6)),
          List.of(
              Ratio.of(all.getFirst(), all.getLast()).speed(),
              "both wrote the same %,d rows".formatted(rows)));
    } finally {
      Folders.remove(output);
    }
  }

  /// Of its own, because a rebuild adds tables.
  private static PageFolder lake(Workbench bench, long seed, int pages)
      throws IOException, InterruptedException {
    return PageFolder.of(
        bench,
        "rebuild-lake-%d-%d".formatted(seed, pages),
        new PageGenerator(seed, Story.STEADY),
        pages);
  }

  static long requireSameRows(Path rebuilt, Path stages) throws IOException {
    long rows = 0;
    for (Entity table : TABLES) {
      rows +=
          SameRows.require(
              "bronze." + table.lowerCase(),
              BronzeInputs.files(rebuilt, table).without("import_date", "run_id"),
              BronzeInputs.files(stages, table).without("import_date", "run_id"));
      rows +=
          SameRows.require(
              "silver." + table.lowerCase(),
              SilverFiles.of(new LakeDirectory(rebuilt), table).without("import_date"),
              SilverFiles.of(new LakeDirectory(stages), table).without("import_date"));
    }
    return rows;
  }

  private static ReportTable speeds(List<CompetitorResult> all, double megabytes) {
    List<Line> lines =
        all.stream()
            .map(
                each ->
                    Line.of(
                        each.name(),
                        each.wallSeconds(),
                        each.cpuSeconds(),
                        megabytes / each.cpuSeconds(),
                        each.peakBytes() / 1e6,
                        each.outputBytes() / 1e6))
            .toList();
    return new ReportTable(
        "speed",
        List.of(
            new Column("wall s", 2),
            new Column("CPU s", 2),
            new Column("MB/s CPU", 1),
            new Column("peak MB", 0),
            new Column("output MB", 1)),
        lines);
  }
}
