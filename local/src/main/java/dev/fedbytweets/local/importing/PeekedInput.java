package dev.fedbytweets.local.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A stream of which the first bytes were looked at. Damage among them is thrown when it is read.
final class PeekedInput extends InputStream {

  private final InputStream source;
  private final byte[] head;
  private Optional<DamagedInputException> damage = Optional.empty();
  private int next;

  PeekedInput(InputStream source) throws IOException {
    this.source = source;
    this.head = readHead();
  }

  /// The first bytes, [FileKind#HEAD_BYTES] of them at most.
  byte[] head() {
    return head.clone();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (next < head.length) {
      int count = Math.min(length, head.length - next);
      System.arraycopy(head, next, into, offset, count);
      next += count;
      return count;
    }
    if (damage.isPresent()) {
      DamagedInputException seen = damage.get();
      damage = Optional.empty();
      throw seen;
    }
    return source.read(into, offset, length);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private byte[] readHead() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] bytes = new byte[FileKind.HEAD_BYTES];
    try {
      int count = 0;
      while (count >= 0 && read.size() < bytes.length) {
        count = source.read(bytes, 0, bytes.length - read.size());
        read.write(bytes, 0, Math.max(count, 0));
      }
    } catch (DamagedInputException e) {
      damage = Optional.of(e);
    }
    return read.toByteArray();
  }
}
