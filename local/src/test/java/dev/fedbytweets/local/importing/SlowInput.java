package dev.fedbytweets.local.importing;

import java.io.ByteArrayInputStream;

/// Bytes of which a read returns a few.
final class SlowInput extends ByteArrayInputStream {

  private final int bytesAtOnce;

  SlowInput(byte[] bytes, int bytesAtOnce) {
    super(bytes);
    this.bytesAtOnce = bytesAtOnce;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    return super.read(into, offset, Math.min(length, bytesAtOnce));
  }
}
