package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.query.ResultOutput;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The output of a command: results go to standard output, messages and progress to standard
/// error.
final class Terminal {

  private static final int USUAL_WIDTH = 120;
  private static final int SMALLEST_WIDTH = 40;

  private final ResultStream results;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive;
  private final int width;

  private Terminal(OutputStream out, OutputStream err, boolean interactive, int width) {
    this.results = new ResultStream(out);
    this.out = new PrintStream(results, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, false, StandardCharsets.UTF_8);
    this.interactive = interactive;
    this.width = width;
  }

  /// Output to two streams that are no terminal.
  ///
  /// @param width in columns, as the environment says it; null if it does not
  static Terminal to(OutputStream out, OutputStream err, String width) {
    return new Terminal(out, err, false, width(width));
  }

  /// The terminal of this process. The launcher puts its width into `LAKE_COLUMNS`.
  @SuppressWarnings("SystemConsoleNull") // it is null where output is redirected
  static Terminal ofProcess() {
    Console console = System.console();
    boolean interactive = console != null && console.isTerminal();
    return new Terminal(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        interactive,
        width(System.getenv("LAKE_COLUMNS")));
  }

  PrintStream out() {
    return out;
  }

  /// Standard output as a stream that throws when it cannot be written. What was printed before
  /// is before it.
  OutputStream results() {
    out.flush();
    return results;
  }

  /// Writes what is still held back.
  ///
  /// @return why output was lost; empty if none was, or nobody reads it any more
  Optional<IOException> finish() {
    out.flush();
    return results.failure().filter(failure -> !ResultOutput.isReaderGone(failure));
  }

  /// Whether the output is a terminal, where lines may be overwritten.
  boolean isInteractive() {
    return interactive;
  }

  /// The width in columns.
  int width() {
    return width;
  }

  /// Prints a line of results.
  void print(String line) {
    out.println(line);
  }

  /// Prints a message.
  void say(String line) {
    clearProgress();
    err.println(line);
    err.flush();
  }

  /// Asks a person a question.
  ///
  /// @return whether the answer begins with y
  boolean agrees(String question) {
    clearProgress();
    err.print(question + " [y/N] ");
    err.flush();
    String answer = System.console().readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /// Shows progress in a line that the next one replaces; does nothing if the output is no
  /// terminal.
  void showProgress(String line) {
    if (interactive) {
      err.print("\r\u001b[K" + (line.length() < width ? line : line.substring(0, width - 1)));
      err.flush();
    }
  }

  /// Removes the line of progress.
  void clearProgress() {
    if (interactive) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  private static int width(String columns) {
    try {
      return columns == null ? USUAL_WIDTH : Math.max(SMALLEST_WIDTH, Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }
}
