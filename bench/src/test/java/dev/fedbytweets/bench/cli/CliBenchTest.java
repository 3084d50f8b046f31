package dev.fedbytweets.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.rounds.LakeScript;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole benchmark, on lakes of one and of three runs.
final class CliBenchTest {

  @TempDir private Path work;

  @Test
  void everyCommandIsMeasuredInBothLakesAndAgainstDuckDb() throws Exception {
    Workbench bench = new Workbench(work, new Processes(0), line -> {});

    Report report = CliBench.run(bench, LakeScript.in(work), 1, 3, 1);

    assertThat(report.tables()).hasSize(3);
    ReportTable cpu = report.tables().getFirst();
    assertThat(cpu.columns())
        .extracting(ReportTable.Column::heading)
        .containsExactly("lake of 1 run", "of 3 runs", "DuckDB");
    assertThat(cpu.lines())
        .extracting(ReportTable.Line::name)
        .containsExactlyElementsOf(Question.ALL.stream().map(Question::name).toList());
    assertThat(cpu.lines().get(Question.ALL.indexOf(Question.LANGUAGES)).numbers())
        .allMatch(seconds -> seconds > 0.05);
    List<Double> help = cpu.lines().get(Question.ALL.indexOf(Question.HELP)).numbers();
    assertThat(help.getFirst()).isPositive();
    assertThat(help.subList(1, 3)).containsOnlyNulls();
  }
}
