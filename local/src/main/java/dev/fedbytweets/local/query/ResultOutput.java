package dev.fedbytweets.local.query;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;

/// Where results go, and how they are to look there.
///
/// @param stream flushed but not closed; if it is a [java.io.PrintStream], its errors are
///     noticed
/// @param format the shape
/// @param terminalWidth columns of the terminal that the stream goes to; empty if it goes
///     elsewhere, and then nothing is cut to fit
/// @param mostRows how many rows a [ResultFormat#TABLE] shows, from 1; the other formats write
///     all
public record ResultOutput(
    OutputStream stream, ResultFormat format, OptionalInt terminalWidth, int mostRows) {

  private static final int MOST_ROWS = 1_000;
  private static final int MOST_ROWS_ON_TERMINAL = 100;

  public ResultOutput {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(format, "format");
    if (mostRows < 1 || terminalWidth.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "a result needs room: %d rows, width %s".formatted(mostRows, terminalWidth));
    }
  }

  /// To a file, a pipe or the like; tables of at most 1,000 rows.
  public static ResultOutput to(OutputStream stream, ResultFormat format) {
    return new ResultOutput(stream, format, OptionalInt.empty(), MOST_ROWS);
  }

  /// To a terminal; tables of at most 100 rows.
  ///
  /// @param width in columns, from 1
  public static ResultOutput toTerminal(OutputStream stream, ResultFormat format, int width) {
    return new ResultOutput(stream, format, OptionalInt.of(width), MOST_ROWS_ON_TERMINAL);
  }

  /// The same with another limit for tables.
  public ResultOutput withMostRows(int rows) {
    return new ResultOutput(stream, format, terminalWidth, rows);
  }

  /// A buffer before the stream: flush it, do not close it.
  Writer writer() {
    return new BufferedWriter(
        new OutputStreamWriter(new NoticedOutput(stream), StandardCharsets.UTF_8), 1 << 16);
  }

  ResultWriter resultWriter() {
    return switch (format) {
      case TABLE -> new TableWriter(terminalWidth, mostRows);
      case CSV -> new CsvWriter();
      case JSON -> new JsonWriter();
    };
  }
}
