package dev.fedbytweets.bench.cost;

import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Measurement;
import dev.fedbytweets.core.step.IngestTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a month of such runs costs. Of the measured runs the one in the middle counts: by the
/// memory and time that Lambda bills.
final class CostReport {

  private static final double GOAL = 0.15;

  private static final List<String> FUNCTIONS =
      List.of(
          IngestTask.GET_TWEETS.functionName(),
          IngestTask.PROCESS_RAW.functionName(),
          IngestTask.TWEETS_TO_SILVER.functionName(),
          IngestTask.USERS_TO_SILVER.functionName(),
          IngestTask.PLACES_TO_SILVER.functionName());

  private final int runs;
  private final MeasuredRun run;
  private final MeasuredRun gold;
  private final MeasuredRun maintenance;

  /// @param runs at least one
  /// @param golds what followed each of them
  /// @param maintenance of all tables, once
  CostReport(List<MeasuredRun> runs, List<MeasuredRun> golds, MeasuredRun maintenance) {
    this.maintenance = maintenance;
    this.runs = runs.size();
    this.run = middle(runs);
    this.gold = middle(golds);
  }

  private static MeasuredRun middle(List<MeasuredRun> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(MeasuredRun::gigabyteSeconds))
        .toList()
        .get(runs.size() / 2);
  }

  Report report() {
    List<Line> lines = lines(run, Assumptions.RUNS_PER_MONTH);
    List<Line> labelled = lines(gold, Assumptions.RUNS_PER_MONTH);
    List<Line> upkeep = lines(maintenance, Assumptions.MAINTENANCE_PER_MONTH);
    return new Report(
        "What a million posts a month cost on AWS",
        facts(),
        List.of(
            functions("a run", run),
            new ReportTable(
                "a month", List.of(new Column("units", 0), new Column("US dollars", 4)), lines),
            functions("gold after a run", gold),
            new ReportTable(
                "gold after each run, a month",
                List.of(new Column("units", 0), new Column("US dollars", 4)),
                labelled),
            new ReportTable(
                "maintenance each day, a month",
                List.of(new Column("units", 0), new Column("US dollars", 4)),
                upkeep),
            new ReportTable(
                "not in the goal",
                List.of(new Column("units", 2), new Column("US dollars", 4)),
                others())),
        List.of(
            "the runs cost $%.3f a month; the goal is under $%.2f".formatted(sum(lines), GOAL),
            "labels, counts and the page for a million posts, which can be switched off, cost $%.3f more"
                .formatted(sum(labelled)),
            "maintenance, which can be switched off or made rarer, costs $%.3f more"
                .formatted(sum(upkeep)),
            "X itself charges $%,.0f for the posts"
                .formatted(Assumptions.POSTS_PER_MONTH * Prices.X_POST)));
  }

  private List<String> facts() {
    return List.of(
        "%d runs a month of one subject with %,d posts each, %d pages; of %d measured runs the middle one"
            .formatted(
                Assumptions.RUNS_PER_MONTH,
                Assumptions.POSTS_PER_MONTH / Assumptions.RUNS_PER_MONTH,
                run.xPages(),
                runs),
        "list prices of us-east-1 without free tiers: Lambda on arm64, Step Functions Standard, S3 Standard",
        "measured: the CPU time of each function in a fresh process on one CPU, start included, with AWS's own SDK; its memory",
        "counted: every request to S3, Glue and Secrets Manager on the wire; every state that the state machine enters, and two more for start and end",
        "assumed: X answers in %.1f s and AWS in %.0f ms; Lambda gives a function memory/%,.0f MB of a CPU that is as fast as this machine's"
            .formatted(
                Assumptions.X_SECONDS_PER_PAGE,
                Assumptions.AWS_SECONDS_PER_REQUEST * 1000,
                Assumptions.MEGABYTES_OF_A_CPU),
        "billed seconds are CPU time at the function's share of a CPU, and the waiting for X and AWS",
        "gold labels and counts days as a whole: the more often it runs in a day, the more often it does so with the same posts",
        "the lake is days old: the metadata of a table with thousands of commits is not in this",
        Machine.fact());
  }

  private static ReportTable functions(String title, MeasuredRun of) {
    List<Line> lines = new ArrayList<>();
    for (FunctionCall each : inOrder(of.calls())) {
      Measurement measurement = each.measurement();
      Requests requests = each.requests();
      lines.add(
          Line.of(
              each.task(),
              measurement.cpuSeconds(),
              measurement.peakBytes() / 1e6,
              (double) Assumptions.memoryMegabytes(each.function()),
              of.billedSeconds(each),
              (double) requests.writes(),
              (double) requests.reads(),
              (double) requests.glue()));
    }
    return new ReportTable(
        title,
        List.of(
            new Column("CPU s", 2),
            new Column("peak MB", 0),
            new Column("memory MB", 0),
            new Column("billed s", 1),
            new Column("S3 PUT, LIST", 0),
            new Column("S3 GET", 0),
            new Column("Glue", 0)),
        lines);
  }

  /// The branches of the state machine run in any order.
  private static List<FunctionCall> inOrder(List<FunctionCall> calls) {
    return calls.stream()
        .sorted(Comparator.comparingInt(each -> FUNCTIONS.indexOf(each.task())))
        .toList();
  }

  /// @param times of the execution in a month
  private static List<Line> lines(MeasuredRun of, double times) {
    Requests requests = of.requests();
    return List.of(
        line("Lambda, GB-seconds", times * of.gigabyteSeconds(), Prices.LAMBDA_GIGABYTE_SECOND),
        line("Lambda, requests", times * of.calls().size(), Prices.LAMBDA_REQUEST),
        line("Step Functions, transitions", times * of.transitions(), Prices.STATE_TRANSITION),
        line("S3, PUT and LIST", times * requests.writes(), Prices.S3_WRITE),
        line("S3, GET and HEAD", times * requests.reads(), Prices.S3_READ));
  }

  private List<Line> others() {
    Requests ofRuns = run.requests().plus(gold.requests());
    Requests ofMaintenance = maintenance.requests();
    return List.of(
        line(
            "CloudWatch, GB of logs",
            aMonth(run.logBytes() + gold.logBytes(), maintenance.logBytes()) / 1e9,
            Prices.LOGS_GIGABYTE),
        line("Glue, requests", aMonth(ofRuns.glue(), ofMaintenance.glue()), Prices.GLUE_REQUEST),
        line(
            "Secrets Manager, requests",
            aMonth(ofRuns.secrets(), ofMaintenance.secrets()),
            Prices.SECRETS_REQUEST),
        Line.of("Secrets Manager, a secret", 1.0, Prices.SECRET_MONTH),
        Line.of(
            "ECR, GB of images (assumed)",
            Assumptions.IMAGE_GIGABYTES,
            Assumptions.IMAGE_GIGABYTES * Prices.ECR_GIGABYTE_MONTH),
        line(
            "S3, GB that a month adds",
            aMonth(run.storedBytes() + gold.storedBytes(), maintenance.storedBytes()) / 1e9,
            Prices.S3_GIGABYTE_MONTH));
  }

  private static double aMonth(long ofRun, long ofMaintenance) {
    return (double) ofRun * Assumptions.RUNS_PER_MONTH
        + (double) ofMaintenance * Assumptions.MAINTENANCE_PER_MONTH;
  }

  private static Line line(String name, double units, double price) {
    return Line.of(name, units, units * price);
  }

  private static double sum(List<Line> lines) {
    return lines.stream().mapToDouble(line -> line.numbers().getLast()).sum();
  }
}
