package dev.fedbytweets.local.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command writes: results on standard output, everything about the work on standard
/// error.
final class Terminal {

  private static final int USUAL_WIDTH = 120;
  private static final int SMALLEST_WIDTH = 40;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive;
  private final int width;

  private Terminal(OutputStream out, OutputStream err, boolean interactive, int width) {
    this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, false, StandardCharsets.UTF_8);
    this.interactive = interactive;
    this.width = width;
  }

  /// No terminal, but two streams.
  static Terminal to(OutputStream out, OutputStream err) {
    return new Terminal(out, err, false, USUAL_WIDTH);
  }

  /// The terminal of this process. The launcher says in `LAKE_COLUMNS` how wide it is.
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

  /// Whether a person watches: then lines may be written over.
  boolean isInteractive() {
    return interactive;
  }

  /// In columns.
  int width() {
    return width;
  }

  /// A line of results.
  void print(String line) {
    out.println(line);
  }

  /// A line about the work.
  void say(String line) {
    clearProgress();
    err.println(line);
    err.flush();
  }

  /// A line about the work that the next one replaces; nothing where no person watches.
  void showProgress(String line) {
    if (interactive) {
      err.print("\r\u001b[K" + (line.length() < width ? line : line.substring(0, width - 1)));
      err.flush();
    }
  }

  /// Removes the last progress.
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
