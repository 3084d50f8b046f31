package dev.fedbytweets.bench.age;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.rounds.LakeScript;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole benchmark, on lakes of one day.
final class AgeBenchTest {

  @TempDir private Path work;

  @Test
  void bothLakesAreMeasured() throws Exception {
    Workbench bench = new Workbench(work, new Processes(0), line -> {});

    Report report = AgeBench.run(bench, LakeScript.in(work), 1, 3, 1);

    ReportTable table = report.tables().getFirst();
    assertThat(table.lines())
        .extracting(ReportTable.Line::name)
        .containsExactly("3, never", "3, daily");
    for (int line = 0; line < table.lines().size(); line++) {
      assertThat(number(table, line, "partitions")).isBetween(6.0, 12.0);
      assertThat(number(table, line, "live files"))
          .isBetween(number(table, line, "partitions"), 3 * number(table, line, "partitions"));
      assertThat(number(table, line, "data MB")).isPositive();
      assertThat(number(table, line, "metadata MB")).isPositive();
      assertThat(number(table, line, "query CPU s")).isPositive();
      assertThat(number(table, line, "run CPU s")).isPositive();
    }
    assertThat(report.findings())
        .anyMatch(line -> line.matches("after 3 runs, maintained, .*metadata is \\d+ % of data"));
    assertThat(work.resolve("aged-lakes")).doesNotExist();
  }

  private static double number(ReportTable table, int line, String heading) {
    int column =
        table.columns().stream().map(ReportTable.Column::heading).toList().indexOf(heading);
    return table.lines().get(line).numbers().get(column);
  }
}
