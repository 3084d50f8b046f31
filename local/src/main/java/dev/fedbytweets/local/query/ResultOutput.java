package dev.fedbytweets.local.query;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/// Where results are written, and in which format.
///
/// @param stream flushed but not closed; the errors of a [PrintStream] are noticed too
/// @param format the format of the results
/// @param terminalWidth columns of the terminal that the stream leads to; empty if it leads
///     elsewhere, and then nothing is cut to fit
/// @param mostRows the most rows that a [ResultFormat#TABLE] shows, from 1; the other formats
///     write all
public record ResultOutput(
    OutputStream stream, ResultFormat format, OptionalInt terminalWidth, int mostRows) {

  private static final int MOST_ROWS = 1_000;
  private static final int MOST_ROWS_ON_TERMINAL = 100;
  private static final String BROKEN_PIPE = "Broken pipe";

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
    return new ResultOutput(stream, format, OptionalInt.empty(), MOST_ROWS);
  }

  /// Output to a terminal, with tables of at most 100 rows.
  ///
  /// @param width in columns, from 1
  public static ResultOutput toTerminal(OutputStream stream, ResultFormat format, int width) {
    return new ResultOutput(stream, format, OptionalInt.of(width), MOST_ROWS_ON_TERMINAL);
  }

  /// The same output with another limit for tables.
  public ResultOutput withMostRows(int rows) {
    return new ResultOutput(stream, format, terminalWidth, rows);
  }

  /// A buffer before the stream; flush it, do not close it.
  Writer writer() {
    return new BufferedWriter(
        new OutputStreamWriter(new CheckedStream(stream), StandardCharsets.UTF_8), 1 << 16);
  }

  ResultWriter resultWriter() {
    return format.writer(terminalWidth, mostRows);
  }

  /// Whether a failure to write means that the reader has stopped reading, which is no error.
  static boolean isReaderGone(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
  }

  /// Throws the errors that a [PrintStream] hides, so that writing ends when nobody reads.
  private static final class CheckedStream extends FilterOutputStream {

    CheckedStream(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      check();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      check();
    }

    private void check() throws IOException {
      if (out instanceof PrintStream print && print.checkError()) {
        throw new IOException(BROKEN_PIPE);
      }
    }
  }
}
