package dev.fedbytweets.bench.cli;

import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.LakeProgram;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Program;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.bench.silver.SilverFiles;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How long a person waits for the answer of a command, whose process is new each time: in a lake
/// that one run filled, in one with the same posts that many runs filled, and with DuckDB alone.
public final class CliBench {

  private final Workbench bench;
  private final Path launcher;
  private final int commits;
  private final LakeDirectory few;
  private final LakeDirectory many;
  private final String machine = Machine.fact();

  private CliBench(Workbench bench, Path launcher, long seed, int commits)
      throws IOException, InterruptedException {
    this.bench = bench;
    this.launcher = launcher;
    this.commits = commits;
    this.few = LakeOfRuns.of(bench, seed, commits, 1);
    this.many = LakeOfRuns.of(bench, seed, commits, commits);
  }

  /// Runs the benchmark.
  ///
  /// @param launcher the file `lake`
  /// @param commits of each table in the lake that many runs filled
  /// @throws BenchException if the answers differ
  public static Report run(Workbench bench, Path launcher, long seed, int commits, int rounds)
      throws IOException, InterruptedException {
    LakeProgram.prepare(bench, launcher);
    return new CliBench(bench, launcher, seed, commits).run(rounds);
  }

  /// A program that answers a question.
  ///
  /// @param of where the answer is from: the heading of its column
  private record Asked(Question question, String of, Program program) {}

  private Report run(int rounds) throws IOException, InterruptedException {
    requireSameAnswers();
    Folders.warm(few.root());
    Folders.warm(many.root());
    String ofFew = "lake of 1 run";
    String ofMany = "of %,d runs".formatted(commits);
    String ofDuck = "DuckDB";
    List<Asked> asked = new ArrayList<>();
    for (Question question : Question.ALL) {
      asked.add(new Asked(question, ofFew, question.program(launcher, few)));
      if (!question.equals(Question.HELP)) {
        asked.add(new Asked(question, ofMany, question.program(launcher, many)));
      }
    }
    asked.add(new Asked(Question.ONE, ofDuck, CliDuckMain.program("SELECT 1")));
    asked.add(new Asked(Question.LANGUAGES, ofDuck, languages(few)));
    List<CompetitorResult> results =
        new Rounds(bench, rounds)
            .run(asked.stream().map(Asked::program).map(Competitor::of).toList());
    List<String> places = List.of(ofFew, ofMany, ofDuck);
    return new Report(
        "cli",
        facts(rounds),
        List.of(
            table("CPU s", 2, places, asked, results, CompetitorResult::cpuSeconds),
            table("wall s", 2, places, asked, results, CompetitorResult::wallSeconds),
            table("peak MB", 0, places, asked, results, each -> each.peakBytes() / 1e6)),
        List.of("all of them answered the same"));
  }

  private static ReportTable table(
      String title,
      int decimals,
      List<String> places,
      List<Asked> asked,
      List<CompetitorResult> results,
      ToDoubleFunction<CompetitorResult> value) {
    List<Line> lines = new ArrayList<>();
    for (Question question : Question.ALL) {
      Double[] numbers = new Double[places.size()];
      for (int index = 0; index < asked.size(); index++) {
        if (asked.get(index).question().equals(question)) {
          numbers[places.indexOf(asked.get(index).of())] = value.applyAsDouble(results.get(index));
        }
      }
      lines.add(Line.of(question.name(), numbers));
    }
    return new ReportTable(
        title, places.stream().map(place -> new Column(place, decimals)).toList(), lines);
  }

  private List<String> facts(int rounds) {
    return List.of(
        "commands of the local lake as they are typed: its launcher, and the JVM that it starts with its cache",
        "both lakes hold the same %,d pages of %d posts; in one each page came with a run of its own, so that its tables have %,d commits"
            .formatted(commits, LakeOfRuns.POSTS, commits),
        "DuckDB: a plain JVM with its JDBC driver, which reads the Parquet files of the lake of one run",
        "fresh processes, not bound to a CPU, %d rounds in turn, medians".formatted(rounds),
        machine);
  }

  private void requireSameAnswers() throws IOException, InterruptedException {
    List<String> expected = answer(languages(few));
    for (LakeDirectory lake : List.of(few, many)) {
      List<String> found = answer(Question.LANGUAGES.program(launcher, lake, "--format", "csv"));
      if (!found.containsAll(expected)) {
        throw new BenchException(
            "%s: the lake and DuckDB do not answer the same: %s, %s"
                .formatted(lake.root(), found, expected));
      }
    }
  }

  private List<String> answer(Program program) throws IOException, InterruptedException {
    bench.run(program);
    return Files.readAllLines(bench.log()).stream()
        .filter(line -> line.matches("\\w+,\\d+"))
        .toList();
  }

  private static Program languages(LakeDirectory lake) throws IOException {
    String files = SilverFiles.of(lake, Entity.TWEETS).sql();
    return CliDuckMain.program(Question.LANGUAGES_SQL.formatted(files));
  }
}
