package dev.fedbytweets.bench.merge;

import dev.fedbytweets.bench.bronze.BronzeInputs;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.pages.PageGenerator;
import dev.fedbytweets.bench.pages.Story;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Ratio;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.bench.silver.SavedLake;
import dev.fedbytweets.bench.silver.SilverFiles;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures the merge of a run of 11,000 posts into tables of several sizes.
public final class MergeBench {

  private static final int PAGES = 110;
  private static final long NEW_POSTS = (long) PAGES * PageGenerator.NEW_POSTS;

  private final Workbench bench;
  private final long seed;
  private final int heapMegabytes;
  private final int rounds;
  private final String machine = Machine.fact();

  /// @param heapMegabytes the largest size of the heap
  public MergeBench(Workbench bench, long seed, int heapMegabytes, int rounds) {
    this.bench = bench;
    this.seed = seed;
    this.heapMegabytes = heapMegabytes;
    this.rounds = rounds;
  }

  /// Runs the benchmark.
  ///
  /// @param table tweets or users
  /// @param sizes rows that are stored before, ascending, at least one
  /// @throws dev.fedbytweets.bench.rounds.BenchException if a merge went wrong
  public Report run(Entity table, List<Integer> sizes) throws IOException, InterruptedException {
    List<MergeCompetitor> competitors = new ArrayList<>();
    for (int size : sizes) {
      Path lake = lake(size, users(table, size));
      competitors.add(new MergeCompetitor(size, new LakeDirectory(lake), table, heapMegabytes));
      Folders.warm(lake.resolve("bronze").resolve(table.lowerCase()));
    }
    try {
      List<CompetitorResult> all = new Rounds(bench, rounds).run(competitors);
      return report(table, competitors, all);
    } finally {
      for (MergeCompetitor competitor : competitors) {
        competitor.reset();
      }
    }
  }

  private static int users(Entity table, int size) {
    return table == Entity.USERS ? size : 0;
  }

  private Path lake(int tweets, int users) throws IOException, InterruptedException {
    TwoYears years = new TwoYears(tweets);
    Story story = years.story(NEW_POSTS);
    PageFolder pages =
        PageFolder.of(
            bench,
            "numbered-merge-pages-%d-%d".formatted(seed, tweets),
            new PageGenerator(seed, story),
            PAGES);
    return bench.input(
        "numbered-merge-lake-%d-%d-%d".formatted(seed, tweets, users),
        folder -> {
          BronzeInputs.ours(bench, pages, folder);
          LakeDirectory lake = new LakeDirectory(folder);
          StoredTables.fill(lake, seed, story.times(), users > 0 ? 0 : tweets, users);
          new SavedLake(lake).save();
        });
  }

  private Report report(Entity table, List<MergeCompetitor> competitors, List<CompetitorResult> all)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    for (int index = 0; index < competitors.size(); index++) {
      MergeCompetitor competitor = competitors.get(index);
      CompetitorResult result = all.get(index);
      long newRows =
          MergeCheck.require(
              "silver." + table.lowerCase(),
              competitor.stored(),
              BronzeInputs.files(competitor.lake().root(), table),
              SilverFiles.of(competitor.lake(), table));
      lines.add(
          Line.of(
              result.name(),
              result.wallSeconds(),
              result.cpuSeconds(),
              result.peakBytes() / 1e6,
              (double) newRows,
              result.outputBytes() / 1e6,
              competitor.tableBytes() / 1e6));
    }
    return new Report(
        "merge " + table.lowerCase(),
        facts(table),
        List.of(new ReportTable("merge", columns(), lines)),
        List.of(finding(all)));
  }

  private List<String> facts(Entity table) {
    return List.of(
        "a run of %,d posts: 90 %% are new and from three days, 10 %% from anywhere in the last week seen again"
            .formatted(PAGES * PageGenerator.POSTS),
        "merged into silver.%s: posts over %d days, a file for each; users in one piece"
            .formatted(table.lowerCase(), TwoYears.DAYS),
        "fresh processes on one CPU, %d rounds in turn, medians; the heap is at most %d MB"
            .formatted(rounds, heapMegabytes),
        "checked after the last round: each key is there once, and the run's at their newest look",
        machine);
  }

  private static List<Column> columns() {
    return List.of(
        new Column("wall s", 2),
        new Column("CPU s", 2),
        new Column("peak MB", 0),
        new Column("new rows", 0),
        new Column("written MB", 1),
        new Column("table MB", 1));
  }

  private static String finding(List<CompetitorResult> all) {
    Ratio ratio = Ratio.of(all.getFirst(), all.getLast());
    return "%s takes %.2f times as long as %s by CPU time, %.2f times by the clock"
        .formatted(all.getLast().name(), ratio.byCpu(), all.getFirst().name(), ratio.byWall());
  }
}
