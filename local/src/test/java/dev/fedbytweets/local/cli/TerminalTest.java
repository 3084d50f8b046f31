package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  private static final String CLEAR = "\r\u001b[K";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /// @param environment what is set, in addition to `LAKE_COLUMNS`
  @ParameterizedTest
  @CsvSource({
    "LAKE_TERMINALS=012 TERM=xterm,                true,  true,  true,  true,  true",
    "LAKE_TERMINALS=012 TERM=xterm NO_COLOR=1,     true,  true,  false, true,  false",
    "LAKE_TERMINALS=012 TERM=xterm NO_COLOR=,      true,  true,  true,  true,  true",
    "LAKE_TERMINALS=012 TERM=dumb,                 true,  true,  false, false, false",
    "LAKE_TERMINALS=012,                           true,  true,  false, false, false",
    "LAKE_TERMINALS=02 TERM=xterm,                 true,  false, false, true,  true",
    "LAKE_TERMINALS=01 TERM=xterm,                 false, true,  true,  false, false",
    "LAKE_TERMINALS=1 TERM=xterm,                  false, true,  true,  false, false",
    "LAKE_TERMINALS= TERM=xterm,                   false, false, false, false, false",
  })
  void whatIsShownDependsOnTheStreamThatItGoesTo(
      String environment,
      boolean asks,
      boolean hasResults,
      boolean hasColours,
      boolean hasProgress,
      boolean hasColouredMessages) {
    Map<String, String> variables = new HashMap<>(Map.of("LAKE_COLUMNS", "93"));
    for (String variable : environment.split(" ")) {
      variables.put(variable.replaceFirst("=.*", ""), variable.replaceFirst("[^=]*=", ""));
    }

    assertThat(TerminalKind.of(variables))
        .isEqualTo(
            new TerminalKind(asks, hasResults, hasColours, hasProgress, hasColouredMessages, 93));
  }

  @Test
  void whereNoTerminalIsThereAreNoEscapeCodes() {
    Terminal terminal = Terminal.to(out, err, null);

    terminal.title("title");
    terminal.showProgress(() -> "progress");
    terminal.say("said");
    terminal.warn("warned");
    terminal.error("failed");
    terminal.finish();

    assertThat(printed()).isEqualTo("title\n");
    assertThat(said()).isEqualTo("said\nwarned\nerror: failed\n");
  }

  /// As terminals take them: ESC, and the one character for ESC and `[` together.
  @Test
  void resultsCannotControlATerminal() throws IOException {
    String hostile = "caf\u00e9\t\u001b]0;title\u0007 \u009b2J \u007f \u00a0\r\n";
    byte[] bytes = hostile.getBytes(StandardCharsets.UTF_8);
    TerminalKind kind = TerminalKind.of(Map.of("LAKE_TERMINALS", "01", "TERM", "xterm"));

    OutputStream results = Terminal.of(out, err, kind).results();
    results.write(bytes, 0, 5);
    for (int index = 5; index < bytes.length; index++) {
      results.write(bytes[index]);
    }
    assertThat(printed()).isEqualTo("caf\u00e9\t\u241b]0;title\u2407 \\u009b2J \u2421 \u00a0\r\n");

    out.reset();
    Terminal.to(out, err, null).results().write(bytes);
    assertThat(out.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void coloursAreForWhatStandsOut() {
    Terminal terminal = Terminal.of(out, err, new TerminalKind(true, true, true, true, true, 80));

    terminal.title("title");
    terminal.say("said");
    terminal.warn("warned");
    terminal.error("failed");
    terminal.finish();

    assertThat(printed()).isEqualTo("\u001b[1mtitle\u001b[0m\n");
    assertThat(said())
        .isEqualTo("said\n\u001b[33mwarned\u001b[0m\n\u001b[1;31merror:\u001b[0m failed\n");
  }

  @Test
  void theLineOfProgressFitsAndGoesBeforeAnythingElse() {
    Terminal terminal =
        Terminal.of(out, err, new TerminalKind(false, true, false, true, false, 20));

    terminal.showProgress(() -> "reading コーヒー.jsonl, 1 % of it");
    terminal.print("result");
    terminal.finish();

    assertThat(said()).isEqualTo(CLEAR + "reading コーヒー.j…" + CLEAR);
    assertThat(printed()).isEqualTo("result\n");
  }

  @Test
  void progressIsNotShownMoreOftenThanAPersonCanRead() {
    Terminal terminal =
        Terminal.of(out, err, new TerminalKind(false, true, false, true, false, 80));

    for (int number = 0; number < 10_000; number++) {
      String record = "record " + number;
      terminal.showProgress(() -> record);
    }

    assertThat(said().split(CLEAR.replace("[", "\\["))).hasSizeBetween(2, 100);
  }

  @Test
  void nothingFollowsTheLastWordAfterAnInterrupt() {
    Terminal terminal =
        Terminal.of(out, err, new TerminalKind(false, true, false, true, false, 80));
    terminal.showProgress(() -> "collecting");

    terminal.interrupt("interrupted");
    terminal.say("said");
    terminal.showProgress(() -> "more");
    terminal.error("failed");
    terminal.finish();

    assertThat(said()).isEqualTo(CLEAR + "collecting" + CLEAR + "interrupted\n");
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
