package dev.fedbytweets.bench;

import dev.fedbytweets.bench.importing.ImportBench;
import dev.fedbytweets.bench.pages.ImportFiles.Layout;
import dev.fedbytweets.bench.report.Report;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench/run import`.
@Command(
    name = "import",
    description =
        "Recorded pages to bronze and silver with the whole command, against DuckDB; checks that the"
            + " rows agree.",
    mixinStandardHelpOptions = true)
final class ImportBenchCommand extends BenchmarkCommand {

  @Mixin private LakeOption lake;

  @Option(
      names = "--size",
      paramLabel = "MB",
      defaultValue = "100",
      description = "Megabytes of JSON (default: ${DEFAULT-VALUE}).")
  private int megabytes;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      split = ",",
      defaultValue = "files,lines,small",
      description =
          "How the pages lie in files, separated by commas: files (one page in each), lines (one"
              + " .jsonl), small (the same posts in 20,000 files; default: all three).")
  private List<Layout> layouts;

  @Override
  Report report() throws IOException, InterruptedException {
    common.requireAtLeast("--size", megabytes, 1);
    int rounds = common.rounds();
    return ImportBench.run(
        common.workbench(), lake.launcher(), common.seed(), megabytes, layouts, rounds);
  }
}
