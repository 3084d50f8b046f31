package dev.fedbytweets.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
            "get-tweets", new Measurement(9, 2, 1), new Requests(200, 50, 0, 0, 0), 1000);
    Report report = new CostReport(List.of(run(collecting))).report();

    ReportTable month = report.tables().get(1);
    assertThat(dollars(month, 0)).isEqualTo(gigabyteSeconds() * 0.0000133334, within(1e-9));
    assertThat(dollars(month, 1)).isEqualTo(90 * 0.2e-6, within(1e-9));
    assertThat(dollars(month, 2)).isEqualTo(90 * 20 * 0.025e-3, within(1e-9));
    assertThat(dollars(month, 3)).isEqualTo(90 * 200 * 0.005e-3, within(1e-9));
    assertThat(dollars(month, 4)).isEqualTo(90 * 50 * 0.0004e-3, within(1e-9));
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
