package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.query.ResultOutput;
import dev.fedbytweets.local.table.DisplayWidth;
import dev.fedbytweets.local.table.VisibleText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.Supplier;

/// The output of a command: results go to standard output, messages and progress to standard error.
/// Colours and a line of progress are only where a terminal shows them.
///
/// Safe for use by several threads: a person may end the command at any time.
final class Terminal {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long NANOS_BETWEEN_PROGRESS = 100_000_000;

  private final ResultStream results;
  private final PrintStream out;
  private final PrintStream err;
  private final TerminalKind kind;

  private boolean hasProgressLine;
  private long progressShown;
  private boolean interrupted;
  private boolean quiet;

  private Terminal(OutputStream out, OutputStream err, TerminalKind kind) {
    this.results = new ResultStream(out);
    this.out = new PrintStream(results, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, false, StandardCharsets.UTF_8);
    this.kind = kind;
    this.progressShown = System.nanoTime() - NANOS_BETWEEN_PROGRESS;
  }

  /// Output to two streams that are no terminal.
  ///
  /// @param width in columns, as the environment says it; null if it does not
  static Terminal to(OutputStream out, OutputStream err, String width) {
    return of(out, err, TerminalKind.none(width));
  }

  /// Output to two streams.
  static Terminal of(OutputStream out, OutputStream err, TerminalKind kind) {
    return new Terminal(out, err, kind);
  }

  /// The terminal of this process.
  static Terminal ofProcess() {
    return new Terminal(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        TerminalKind.of(System.getenv()));
  }

  PrintStream out() {
    return out;
  }

  /// Standard output as a stream that throws when it cannot be written. What was printed before
  /// is before it. On a terminal it shows control characters.
  OutputStream results() {
    clearProgress();
    out.flush();
    return kind.hasResults() ? new VisibleStream(results) : results;
  }

  /// Writes what is still held back.
  ///
  /// @return why output was lost; empty if none was, or nobody reads it any more
  Optional<IOException> finish() {
    clearProgress();
    out.flush();
    return results.failure().filter(failure -> !ResultOutput.isReaderGone(failure));
  }

  /// What it is.
  TerminalKind kind() {
    return kind;
  }

  /// The width in columns.
  int width() {
    return kind.width();
  }

  /// From now on nothing is shown but what goes wrong.
  synchronized void beQuiet() {
    quiet = true;
  }

  /// Prints a line of results.
  void print(String line) {
    clearProgress();
    if (!quiet) {
      out.println(line);
    }
  }

  /// Prints a line of results that is a title.
  void title(String line) {
    print(kind.hasColours() ? Style.TITLE.of(line) : line);
  }

  /// Prints a message.
  void say(String line) {
    if (!quiet) {
      complain(line);
    }
  }

  /// Prints a message that needs attention.
  void warn(String line) {
    complain(kind.hasColouredMessages() ? Style.WARNING.of(line) : line);
  }

  /// Prints why a command failed.
  void error(String reason) {
    complain((kind.hasColouredMessages() ? Style.ERROR.of("error:") : "error:") + " " + reason);
  }

  /// Prints a last message: nothing that comes later is shown.
  synchronized void interrupt(String message) {
    complain(message);
    interrupted = true;
  }

  private synchronized void complain(String line) {
    if (!interrupted) {
      clearProgress();
      err.println(line);
      err.flush();
    }
  }

  /// Asks a person a question.
  ///
  /// @return whether the answer begins with y
  boolean agrees(String question) {
    synchronized (this) {
      clearProgress();
      err.print(question + " [y/N] ");
      err.flush();
    }
    Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
    if (!answers.hasNextLine()) {
      say("");
      return false;
    }
    return answers.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /// Shows progress in a line that the next one replaces, ten times a second at most; does nothing
  /// where a line cannot be replaced.
  ///
  /// @param line is asked for only if it is shown
  synchronized void showProgress(Supplier<String> line) {
    long now = System.nanoTime();
    if (!kind.hasProgress()
        || quiet
        || interrupted
        || now - progressShown < NANOS_BETWEEN_PROGRESS) {
      return;
    }
    err.print(CLEAR_LINE + DisplayWidth.cut(VisibleText.of(line.get()), kind.width() - 1));
    err.flush();
    hasProgressLine = true;
    progressShown = now;
  }

  /// Removes the line of progress.
  synchronized void clearProgress() {
    if (hasProgressLine) {
      err.print(CLEAR_LINE);
      err.flush();
      hasProgressLine = false;
      progressShown = System.nanoTime() - NANOS_BETWEEN_PROGRESS;
    }
  }
}
