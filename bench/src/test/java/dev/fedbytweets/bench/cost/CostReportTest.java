package dev.fedbytweets.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.rounds.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CostReportTest {

  @Test
  void aMonthIsNinetyRunsAtListPrice() {
    FunctionCall collecting =
        new FunctionCall(
            "get-tweets",
            Function.GET_TWEETS,
            new Measurement(9, 2, 1),
            new Requests(200, 50, 0, 0, 0),
            1000);
    FunctionCall maintaining =
        new FunctionCall(
            "maintain",
            Function.MAINTAIN,
            new Measurement(2, 1, 1),
            new Requests(8, 20, 3, 5, 0),
            1000);
    FunctionCall labelling =
        new FunctionCall(
            "label-posts",
            Function.LABEL_POSTS,
            new Measurement(9, 5, 1),
            new Requests(30, 40, 10, 0, 0),
            1000);
    Report report =
        new CostReport(
                List.of(run(collecting)),
                List.of(new MeasuredRun(List.of(labelling), 6, 0, 500_000)),
                new MeasuredRun(List.of(maintaining), 10, 0, 0))
            .report();

    ReportTable month = report.tables().get(1);
    assertThat(dollars(month, 0)).isEqualTo(gigabyteSeconds() * 0.0000133334, within(1e-9));
    assertThat(dollars(month, 1)).isEqualTo(90 * 0.2e-6, within(1e-9));
    assertThat(dollars(month, 2)).isEqualTo(90 * 20 * 0.025e-3, within(1e-9));
    assertThat(dollars(month, 3)).isEqualTo(90 * 200 * 0.005e-3, within(1e-9));
    assertThat(dollars(month, 4)).isEqualTo(90 * 50 * 0.0004e-3, within(1e-9));

    ReportTable gold = report.tables().get(3);
    assertThat(dollars(gold, 0))
        .isEqualTo(90 * (5 * 1769 / 1024.0 + 80 * 0.03) * 0.0000133334, within(1e-9));
    assertThat(dollars(gold, 1)).isEqualTo(90 * 0.2e-6, within(1e-9));
    assertThat(dollars(gold, 2)).isEqualTo(90 * 8 * 0.025e-3, within(1e-9));
    assertThat(dollars(gold, 3)).isEqualTo(90 * 30 * 0.005e-3, within(1e-9));
    assertThat(dollars(gold, 4)).isEqualTo(90 * 40 * 0.0004e-3, within(1e-9));

    ReportTable maintenance = report.tables().get(4);
    assertThat(dollars(maintenance, 0))
        .isEqualTo(30 * (1769 / 1024.0 + 36 * 0.03) * 0.0000133334, within(1e-9));
    assertThat(dollars(maintenance, 2)).isEqualTo(30 * 12 * 0.025e-3, within(1e-9));
    assertThat(dollars(maintenance, 3)).isEqualTo(30 * 8 * 0.005e-3, within(1e-9));
  }

  /// Two seconds of CPU at 256 of 1,769 MB, 250 requests to AWS, 112 pages of X.
  private static double gigabyteSeconds() {
    return 90 * (2 * 1769 / 256.0 + 250 * 0.03 + 112 * 0.5) * 256 / 1024;
  }

  private static MeasuredRun run(FunctionCall collecting) {
    return new MeasuredRun(List.of(collecting), 18, 112, 1_000_000);
  }

  private static double dollars(ReportTable table, int line) {
    return table.lines().get(line).numbers().getLast();
  }
}
