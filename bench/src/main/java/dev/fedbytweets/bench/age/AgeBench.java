package dev.fedbytweets.bench.age;

import dev.fedbytweets.bench.cli.Question;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.LakeProgram;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.local.query.ResultFormat;
import dev.fedbytweets.local.query.ResultOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What becomes of a lake over its runs, with maintenance and without: its files, and what a query
/// and one more run take. The lakes are made each time, since their upkeep is what is measured, and
/// removed at the end.
public final class AgeBench {

  private final Workbench bench;
  private final Path launcher;
  private final long seed;
  private final Path folder;

  private AgeBench(Workbench bench, Path launcher, long seed) {
    this.bench = bench;
    this.launcher = launcher;
    this.seed = seed;
    this.folder = bench.work().resolve("aged-lakes");
  }

  /// Runs the benchmark.
  ///
  /// @param launcher the file `lake`
  /// @param runs of the oldest lake; the others have had a tenth of it, and so on
  /// @throws BenchException if maintenance changed the answer of the query
  public static Report run(Workbench bench, Path launcher, long seed, int runs, int rounds)
      throws IOException, InterruptedException {
    LakeProgram.prepare(bench, launcher);
    AgeBench age = new AgeBench(bench, launcher, seed);
    try {
      // What was left by one that was killed.
      Folders.remove(age.folder);
      return age.run(runs, rounds);
    } finally {
      Folders.remove(age.folder);
    }
  }

  private Report run(int runs, int rounds) throws IOException, InterruptedException {
    List<AgedLake> lakes = new ArrayList<>();
    for (int age : ages(runs)) {
      AgedLake never = new AgedLake(folder, seed, age, false);
      AgedLake daily = new AgedLake(folder, seed, age, true);
      bench.say("making two lakes of %,d runs ...".formatted(age));
      Ageing.make(never);
      Ageing.make(daily);
      requireSameAnswers(never, daily);
      lakes.addAll(List.of(never, daily));
    }
    List<CompetitorResult> results = new Rounds(bench, rounds).run(competitors(lakes));
    List<MeasuredLake> measured = new ArrayList<>();
    for (int index = 0; index < lakes.size(); index++) {
      measured.add(
          new MeasuredLake(
              lakes.get(index),
              LakeSize.of(lakes.get(index).directory()),
              results.get(2 * index).cpuSeconds(),
              results.get(2 * index + 1).cpuSeconds()));
    }
    List<String> findings = new ArrayList<>();
    findings.add("the query answered the same with maintenance and without");
    findings.addAll(MeasuredLake.findings(measured));
    return new Report(
        "age",
        facts(rounds),
        List.of(
            new ReportTable(
                "runs, maintained",
                MeasuredLake.COLUMNS,
                measured.stream().map(MeasuredLake::line).toList())),
        findings);
  }

  /// How many runs the lakes have had.
  private static List<Integer> ages(int oldest) {
    return IntStream.iterate(oldest, runs -> runs >= 1, runs -> runs / 10)
        .boxed()
        .toList()
        .reversed();
  }

  private static List<String> facts(int rounds) {
    return List.of(
        "lakes in which %d runs a day brought 100 posts each, a tenth of them of the week before, and whose tables were maintained after the last run of each day, or never"
            .formatted(AgedLake.RUNS_A_DAY),
        "partitions and live files: of all tables together; a table without days counts as one partition",
        "metadata: all that is no data file, also of the past; stored: everything in the tables' folders, with the data files that only the past needs",
        "query: posts by language, through the launcher; run: one more run of 100 posts, in a plain JVM on one CPU, without maintenance",
        "fresh processes, %d rounds in turn, medians".formatted(rounds),
        Machine.fact());
  }

  private List<Competitor> competitors(List<AgedLake> lakes) throws IOException {
    Path copy = folder.resolve("copy");
    List<Competitor> competitors = new ArrayList<>();
    for (AgedLake each : lakes) {
      Path page = folder.resolve("page-%d.json".formatted(each.runs()));
      Files.write(page, each.page(each.runs()));
      competitors.add(Competitor.of(Question.LANGUAGES.program(launcher, each.directory())));
      competitors.add(new NextRun(each.directory().root(), copy, page));
    }
    return competitors;
  }

  private static void requireSameAnswers(AgedLake never, AgedLake daily) {
    String expected = answer(never);
    String found = answer(daily);
    if (!found.equals(expected)) {
      throw new BenchException(
          "after %d runs maintenance had changed the answer: %s, %s"
              .formatted(daily.runs(), found, expected));
    }
  }

  private static String answer(AgedLake aged) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Lake lake = Lake.openExisting(aged.directory())) {
      LakeDatabase.answer(
          lake, Question.LANGUAGES.words().getLast(), ResultOutput.to(answer, ResultFormat.CSV));
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
