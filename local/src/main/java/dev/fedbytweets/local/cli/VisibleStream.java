package dev.fedbytweets.local.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A stream to a terminal that shows control characters instead of obeying them: what somebody
/// wrote in a post must not clear the screen or set the window's title. Line ends and tabs stay.
/// The bytes are UTF-8.
final class VisibleStream extends FilterOutputStream {

  private static final int DELETE = 0x7f;
  private static final char DELETE_PICTURE = '\u2421';
  private static final char CONTROL_PICTURES = '\u2400';

  /// The first byte of the control characters from U+0080 on, and of others.
  private static final int UPPER = 0xc2;

  private static final int LAST_UPPER_CONTROL = 0x9f;

  private boolean afterUpper;

  VisibleStream(OutputStream stream) {
    super(stream);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteArrayOutputStream visible = new ByteArrayOutputStream(length);
    for (int index = offset; index < offset + length; index++) {
      append(visible, bytes[index] & 0xff);
    }
    out.write(visible.toByteArray(), 0, visible.size());
  }

  private void append(ByteArrayOutputStream visible, int value) {
    if (afterUpper) {
      afterUpper = false;
      if (value <= LAST_UPPER_CONTROL) {
        visible.writeBytes("\\u%04x".formatted(value).getBytes(StandardCharsets.UTF_8));
        return;
      }
      visible.write(UPPER);
    }
    if (value == UPPER) {
      afterUpper = true;
    } else if (value == DELETE) {
      append(visible, DELETE_PICTURE);
    } else if (value < ' ' && value != '\n' && value != '\r' && value != '\t') {
      append(visible, (char) (CONTROL_PICTURES + value));
    } else {
      visible.write(value);
    }
  }

  private static void append(ByteArrayOutputStream visible, char picture) {
    visible.writeBytes(Character.toString(picture).getBytes(StandardCharsets.UTF_8));
  }
}
