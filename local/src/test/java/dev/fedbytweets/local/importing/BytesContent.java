package dev.fedbytweets.local.importing;

import java.util.Optional;

/// Bytes that come a few at a time.
final class BytesContent implements Content {

  private final byte[] bytes;
  private final int atOnce;
  private int next;

  BytesContent(byte[] bytes, int atOnce) {
    this.bytes = bytes;
    this.atOnce = atOnce;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (next == bytes.length) {
      return -1;
    }
    int count = Math.min(Math.min(length, atOnce), bytes.length - next);
    System.arraycopy(bytes, next, into, offset, count);
    next += count;
    return count;
  }

  @Override
  public Optional<Defect> damage() {
    return Optional.empty();
  }
}
