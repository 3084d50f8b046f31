package dev.fedbytweets.local.cli;

import java.io.Console;
import java.util.Map;

/// What standard input, output and error are connected to.
///
/// @param asks whether a person can be asked: input and messages are on a terminal
/// @param hasResults whether results are on a terminal
/// @param hasColours whether a terminal shows colours: `NO_COLOR` is not set, `TERM` is not `dumb`
/// @param hasProgress whether messages are on a terminal on which a line can be overwritten
/// @param hasColouredMessages whether messages are on a terminal that shows colours
/// @param width in columns
record TerminalKind(
    boolean asks,
    boolean hasResults,
    boolean hasColours,
    boolean hasProgress,
    boolean hasColouredMessages,
    int width) {

  private static final String STREAMS = "LAKE_TERMINALS";
  private static final int USUAL_WIDTH = 120;
  private static final int SMALLEST_WIDTH = 20;

  /// No terminal.
  ///
  /// @param columns the width, as text; null if it is not known
  static TerminalKind none(String columns) {
    return new TerminalKind(false, false, false, false, false, width(columns));
  }

  /// As the environment says. The launcher puts into `LAKE_TERMINALS` the numbers of those of the
  /// three streams that are terminals, and into `LAKE_COLUMNS` the width.
  static TerminalKind of(Map<String, String> environment) {
    String streams = environment.getOrDefault(STREAMS, isConsole() ? "012" : "");
    String term = environment.getOrDefault("TERM", "");
    boolean isDumb = term.isEmpty() || term.equals("dumb");
    boolean isColoured = !isDumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean results = streams.contains("1");
    boolean messages = streams.contains("2");
    return new TerminalKind(
        streams.contains("0") && messages,
        results,
        results && isColoured,
        messages && !isDumb,
        messages && isColoured,
        width(environment.get("LAKE_COLUMNS")));
  }

  @SuppressWarnings("SystemConsoleNull") // it is null where output is redirected
  private static boolean isConsole() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static int width(String columns) {
    try {
      return columns == null ? USUAL_WIDTH : Math.max(SMALLEST_WIDTH, Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }
}
