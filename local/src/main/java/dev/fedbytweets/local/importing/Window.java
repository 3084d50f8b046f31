package dev.fedbytweets.local.importing;

import java.util.Arrays;

/// The part of a content that is being looked at: one piece, from its first byte on, and what was
/// read ahead. It can be read again as long as it is not too long; of a longer piece only the
/// first bytes are kept. Places are counted in bytes from the start of the content.
final class Window {

  /// Bytes of a piece that are kept at most.
  static final int MOST = 32 << 20;

  private static final int CHUNK = 1 << 16;

  private final Content content;
  private final int most;
  private final int chunk;
  private byte[] bytes;

  /// Indexes into the bytes: of the first that is kept, of the next to be read, of the end.
  private int start;

  private int next;
  private int end;

  /// Where the first byte that is kept stands in the content.
  private long startOffset;

  /// How many bytes of the piece were not kept: those before the last ones that were read.
  private long dropped;

  private long line = 1;
  private boolean ended;

  Window(Content content) {
    this(content, MOST, CHUNK);
  }

  /// @param most bytes of a piece that are kept
  /// @param chunk bytes that are read ahead at least
  Window(Content content, int most, int chunk) {
    this.content = content;
    this.most = most;
    this.chunk = chunk;
    this.bytes = new byte[chunk];
  }

  /// The next byte, or -1 at the end.
  int read() {
    if (peek() < 0) {
      return -1;
    }
    byte read = bytes[next++];
    line += read == '\n' ? 1 : 0;
    return read & 0xff;
  }

  /// The next byte, which stays the next, or -1 at the end.
  int peek() {
    return next < end || fill() ? bytes[next] & 0xff : -1;
  }

  /// Whether these bytes come next. Only where a piece begins.
  boolean comesNext(byte[] expected) {
    while (end - next < expected.length && fill()) {
      // Reads ahead.
    }
    return end - next >= expected.length
        && Arrays.equals(bytes, next, next + expected.length, expected, 0, expected.length);
  }

  /// Passes over bytes up to a quote or a backslash and reads this, or -1 at the end.
  int readToQuote() {
    int read = read();
    while (read >= 0 && read != '"' && read != '\\') {
      read = read();
    }
    return read;
  }

  /// The next byte's place.
  long offset() {
    return startOffset + (next - start) + dropped;
  }

  /// The next byte's line, from 1.
  long line() {
    return line;
  }

  /// Whether the piece is too long, so that only its beginning is kept.
  boolean isCut() {
    return dropped > 0;
  }

  /// Lets the piece begin at a byte that was just read, or at the next one.
  void release(long offset) {
    start = next - (int) (offset() - offset);
    startOffset = offset;
    dropped = 0;
  }

  /// Goes back to a byte of a piece that is not cut.
  void rewind(long offset) {
    int index = indexOf(offset);
    for (int i = index; i < next; i++) {
      line -= bytes[i] == '\n' ? 1 : 0;
    }
    next = index;
  }

  /// Passes over some bytes, which were read ahead.
  void skip(int count) {
    next += count;
  }

  /// The bytes between two places in the piece, as far as they are kept.
  Slice slice(long from, long to) {
    int kept = isCut() ? most - indexOf(from) : Integer.MAX_VALUE;
    return new Slice(bytes, indexOf(from), (int) Math.min(to - from, kept));
  }

  /// Passes over the rest of the line, and over further lines until one begins with `{`.
  void skipToObjectLine() {
    int read = read();
    while (read >= 0 && (read != '\n' || peek() != '{')) {
      read = read();
    }
  }

  private int indexOf(long offset) {
    return start + (int) (offset - startOffset);
  }

  private boolean fill() {
    if (ended) {
      return false;
    }
    makeRoom();
    int count = content.read(bytes, end, bytes.length - end);
    ended = count < 0;
    end += Math.max(count, 0);
    return !ended;
  }

  private void makeRoom() {
    if (end < bytes.length) {
      return;
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      next -= start;
      end -= start;
      start = 0;
    } else if (bytes.length <= most) {
      bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, most + chunk));
    } else {
      dropped += next - most;
      next = most;
      end = most;
    }
  }
}
