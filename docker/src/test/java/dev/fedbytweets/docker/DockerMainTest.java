package dev.fedbytweets.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Without an engine: images of this name there are none.
class DockerMainTest {

  private final StringWriter said = new StringWriter();

  @Test
  void withoutACommandItSaysThatItWantsOne() {
    assertThat(run()).isEqualTo(2);
    assertThat(said.toString()).contains("name a command");
  }

  @Test
  void noRoundsAreRefused() {
    assertThat(run("report", "--repository", "no-such", "--rounds", "0")).isEqualTo(2);
    assertThat(said.toString()).startsWith("error: --rounds is at least 1, not 0");
  }

  @Test
  void memoryThatLambdaDoesNotHaveIsRefusedBeforeAnythingIsPrinted() {
    assertThat(run("report", "--repository", "no-such", "--memory", "5")).isEqualTo(1);
    assertThat(said.toString()).startsWith("error: Lambda has 128 to 10240 MB, not 5");
  }

  @Test
  void imagesThatAreNotThereAreAFailure() {
    assertThat(run("check", "--repository", "no-such-repository")).isEqualTo(1);
    assertThat(said.toString()).startsWith("error: ").contains("no-such-repository/get-tweets");
  }

  private int run(String... arguments) {
    CommandLine line = DockerMain.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }
}
