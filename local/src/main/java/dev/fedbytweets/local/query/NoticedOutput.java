package dev.fedbytweets.local.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/// Throws also where a [PrintStream] swallows what went wrong, so that writing ends when nobody
/// reads any more.
final class NoticedOutput extends FilterOutputStream {

  private static final String BROKEN_PIPE = "Broken pipe";

  NoticedOutput(OutputStream stream) {
    super(stream);
  }

  /// Whether the failure means that the reader has gone, which is the reader's right.
  static boolean isReaderGone(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
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
