package dev.fedbytweets.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class BenchMainTest {

  private final StringWriter said = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "bronze --size 0",
        "bronze --size much",
        "bronze --rounds 0",
        "bronze --cpu 99999",
        "bronze --format pdf",
        "silver --table places",
        "merge --rows 5",
        "merge --table cities",
        "start --function to-platinum",
        "cli --commits 0",
        "age --runs 0",
        "import --size 0",
        "import --layout pdf",
        "rebuild --size 0"
      })
  void aWrongCallIsToldInALineAndExitsWithTwo(String arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(said.toString()).startsWith("error: ").contains("--help");
    assertThat(said.toString().lines()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("--help")).isZero();
    assertThat(said.toString())
        .contains(
            "bronze", "silver", "merge", "cli", "age", "import", "rebuild", "start", "cost", "all");
  }

  private int run(String arguments) {
    CommandLine commandLine = BenchMain.commandLine();
    commandLine.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
    return commandLine.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
  }
}
