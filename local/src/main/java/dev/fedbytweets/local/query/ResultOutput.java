package dev.fedbytweets.local.query;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Where results are written, and in which format.
///
/// @param stream flushed but not closed
/// @param format the format of the results
/// @param terminalWidth columns of the terminal that the stream leads to; empty if it leads
///     elsewhere, and then nothing is cut to fit
/// @param mostRows the most rows that a [ResultFormat#TABLE] shows, from 1; the other formats
///     write all
/// @param numbers whether identifiers and integers beyond 2^53 are numbers in JSON, not texts
public record ResultOutput(
    OutputStream stream,
    ResultFormat format,
    OptionalInt terminalWidth,
    int mostRows,
    boolean numbers) {

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

  /// Output to a file or a pipe, with tables of at most 1,000 rows.
  public static ResultOutput to(OutputStream stream, ResultFormat format) {
    return new ResultOutput(stream, format, OptionalInt.empty(), MOST_ROWS, false);
  }

  /// Output to a terminal, with tables of at most 100 rows.
  ///
  /// @param width in columns, from 1
  public static ResultOutput toTerminal(OutputStream stream, ResultFormat format, int width) {
    return new ResultOutput(stream, format, OptionalInt.of(width), MOST_ROWS_ON_TERMINAL, false);
  }

  /// The same output with another limit for tables.
  public ResultOutput withMostRows(int rows) {
    return new ResultOutput(stream, format, terminalWidth, rows, numbers);
  }

  /// The same output with identifiers as numbers, or as texts.
  public ResultOutput withNumbers(boolean areNumbers) {
    return new ResultOutput(stream, format, terminalWidth, mostRows, areNumbers);
  }

  /// A buffer before the stream; flush it, do not close it.
  Writer writer() {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }

  Optional<ResultWriter> resultWriter() {
    return format.writer(this);
  }

  /// Whether a failure to write means that the reader has stopped reading, which is no error.
  public static boolean isReaderGone(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
  }
}
