package dev.fedbytweets.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class AllCommandTest {

  @TempDir private Path work;

  private final StringWriter page = new StringWriter();

  /// In this module's folder there is no launcher.
  @Test
  void aBenchmarkThatCannotRunIsALineOfThePage() {
    int code = bench().execute("all", "--format=markdown", "--work=" + work);

    assertThat(code).isEqualTo(1);
    assertThat(page.toString().lines())
        .startsWith("# How fast it is")
        .contains("## cli --commits 2", "## rebuild")
        .filteredOn(line -> line.startsWith("- it could not be run: there is no launcher lake"))
        .hasSize(2);
  }

  @Test
  void onlyThePartsThatAreNamedRun() {
    bench().execute("all", "--format=markdown", "--work=" + work, "--part", "rebuild  --size 3");

    assertThat(page.toString().lines())
        .filteredOn(line -> line.startsWith("## "))
        .containsExactly("## rebuild --size 3");
  }

  private CommandLine bench() {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new CliCommand())
        .addSubcommand(new RebuildBenchCommand())
        .addSubcommand(
            new AllCommand(List.of(List.of("cli", "--commits", "2"), List.of("rebuild"))))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(page, true));
  }
}
