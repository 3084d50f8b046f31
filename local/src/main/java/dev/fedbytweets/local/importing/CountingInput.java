package dev.fedbytweets.local.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that a decompressor takes, one for one: what is read ahead does not count.
final class CountingInput extends FilterInputStream {

  private long count;
  private boolean ended;

  CountingInput(InputStream source) {
    super(new BufferedInputStream(source, 1 << 16));
  }

  /// How many bytes were taken.
  long count() {
    return count;
  }

  /// Why a decompressor could not go on here.
  RejectionReason damage() {
    return ended ? RejectionReason.breaksOffAt(count) : RejectionReason.damagedAt(count);
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count += read < 0 ? 0 : 1;
    ended |= read < 0;
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    count += Math.max(read, 0);
    ended |= read < 0;
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
