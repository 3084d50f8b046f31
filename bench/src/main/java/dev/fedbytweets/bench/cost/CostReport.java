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

  /// @param runs at least one
  CostReport(List<MeasuredRun> runs) {
    this.runs = runs.size();
    this.run =
        runs.stream()
            .sorted(Comparator.comparingDouble(MeasuredRun::gigabyteSeconds))
            .toList()
            .get(runs.size() / 2);
  }

  Report report() {
    List<Line> lines = lines();
    return new Report(
        "What a million posts a month cost on AWS",
        facts(),
        List.of(
            functions(),
            new ReportTable(
                "a month", List.of(new Column("units", 0), new Column("US dollars", 4)), lines),
            new ReportTable(
                "not in the goal",
                List.of(new Column("units", 2), new Column("US dollars", 4)),
                others())),
        List.of(
            "all in all $%.3f a month; the goal is under $%.2f".formatted(sum(lines), GOAL),
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
        "the lake is days old: the metadata of a table with thousands of commits is not in this",
        Machine.fact());
  }

  private ReportTable functions() {
    List<Line> lines = new ArrayList<>();
    for (FunctionCall each : inOrder(run.calls())) {
      Measurement measurement = each.measurement();
      Requests requests = each.requests();
      lines.add(
          Line.of(
              each.function(),
              measurement.cpuSeconds(),
              measurement.peakBytes() / 1e6,
              (double) Assumptions.memoryMegabytes(each.function()),
              run.billedSeconds(each),
              (double) requests.writes(),
              (double) requests.reads(),
              (double) requests.glue()));
    }
    return new ReportTable(
        "a run",
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
        .sorted(Comparator.comparingInt(each -> FUNCTIONS.indexOf(each.function())))
        .toList();
  }

  private List<Line> lines() {
    Requests requests = run.requests();
    return List.of(
        line("Lambda, GB-seconds", run.gigabyteSeconds(), Prices.LAMBDA_GIGABYTE_SECOND),
        line("Lambda, requests", run.calls().size(), Prices.LAMBDA_REQUEST),
        line("Step Functions, transitions", (double) run.transitions(), Prices.STATE_TRANSITION),
        line("S3, PUT and LIST", (double) requests.writes(), Prices.S3_WRITE),
        line("S3, GET and HEAD", (double) requests.reads(), Prices.S3_READ));
  }

  private List<Line> others() {
    Requests requests = run.requests();
    return List.of(
        line("CloudWatch, GB of logs", run.logBytes() / 1e9, Prices.LOGS_GIGABYTE),
        line("Glue, requests", (double) requests.glue(), Prices.GLUE_REQUEST),
        line("Secrets Manager, requests", (double) requests.secrets(), Prices.SECRETS_REQUEST),
        Line.of("Secrets Manager, a secret", 1.0, Prices.SECRET_MONTH),
        Line.of(
            "ECR, GB of images (assumed)",
            Assumptions.IMAGE_GIGABYTES,
            Assumptions.IMAGE_GIGABYTES * Prices.ECR_GIGABYTE_MONTH),
        line("S3, GB that a month adds", run.storedBytes() / 1e9, Prices.S3_GIGABYTE_MONTH));
  }

  private static Line line(String name, double unitsOfRun, double price) {
    double units = unitsOfRun * Assumptions.RUNS_PER_MONTH;
    return Line.of(name, units, units * price);
  }

  private static double sum(List<Line> lines) {
    return lines.stream().mapToDouble(line -> line.numbers().getLast()).sum();
  }
}
