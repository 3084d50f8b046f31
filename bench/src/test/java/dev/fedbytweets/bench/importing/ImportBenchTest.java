package dev.fedbytweets.bench.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.bench.pages.ImportFiles.Layout;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.rounds.LakeScript;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole benchmark with a megabyte: it ends only if the lake and DuckDB have the same rows.
final class ImportBenchTest {

  @TempDir private Path work;

  @Test
  void importIsMeasuredOnOneAndTwoCpusAndAgainstDuckDb() throws Exception {
    Workbench bench = new Workbench(work, new Processes(0), line -> {});

    Report report =
        ImportBench.run(bench, LakeScript.in(work), 1, 1, List.of(Layout.FILES, Layout.LINES), 1);

    assertThat(report.tables()).hasSize(2);
    assertThat(report.findings()).hasSize(2);
    ReportTable files = report.tables().getFirst();
    assertThat(files.title()).isEqualTo("1 MB in 6 files");
    assertThat(report.tables().getLast().title()).isEqualTo("1 MB in one file");
    assertThat(files.lines())
        .extracting(ReportTable.Line::name)
        .containsExactly("import", "import on two CPUs", "DuckDB");
    assertThat(files.lines())
        .allSatisfy(line -> assertThat(line.numbers().subList(0, 5)).allMatch(n -> n > 0));
    assertThat(work.resolve("import-lake")).doesNotExist();
  }
}
