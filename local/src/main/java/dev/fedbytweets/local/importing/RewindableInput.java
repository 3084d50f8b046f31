package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The decompressed bytes of a file. They are kept from the start of the current record on, so
/// that the record can be cut out or read again. Of a record that is longer than the limit only
/// its beginning is kept, and what was read last. Offsets count bytes from the start of the
/// content. Not safe for use by several threads.
final class RewindableInput extends InputStream {

  /// How many bytes of a record are kept at most: an eighth of the memory, because a page is held
  /// several times over until its rows are in bronze, and 256 MB where there is plenty. X's own
  /// pages have a megabyte or less; those that somebody merged can be of any length.
  static final int LONGEST_RECORD = (int) Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 8);

  private static final int CHUNK_BYTES = 1 << 16;

  private final InputStream source;
  private final int longestRecord;
  private final int chunkBytes;
  private byte[] bytes;

  /// Indexes into the bytes: of the record's first byte, of the next byte to be read, of the end.
  private int start;

  private int next;
  private int end;

  private long startOffset;
  private long startLine = 1;

  /// How many bytes, and ends of lines, of the record were dropped behind its beginning.
  private long dropped;

  private long droppedLines;
  private boolean ended;
  private RejectionReason damage;

  /// @param source throws a [DamagedInputException] where something is lost; the content ends
  ///     there until [#resume()]
  RewindableInput(InputStream source) {
    this(source, LONGEST_RECORD, CHUNK_BYTES);
  }

  /// @param longestRecord how many bytes of a record are kept at most
  /// @param chunkBytes how many bytes are read from the source at once, at least
  RewindableInput(InputStream source, int longestRecord, int chunkBytes) {
    this.source = source;
    this.longestRecord = longestRecord;
    this.chunkBytes = chunkBytes;
    this.bytes = new byte[chunkBytes];
  }

  @Override
  public int read() throws IOException {
    return hasNext() ? bytes[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!hasNext()) {
      return -1;
    }
    int count = Math.min(length, end - next);
    System.arraycopy(bytes, next, into, offset, count);
    next += count;
    return count;
  }

  /// The next byte, which stays the next; -1 at the end.
  int peek() throws IOException {
    return hasNext() ? bytes[next] & 0xff : -1;
  }

  /// Passes over these bytes if they come next. Only where a record starts.
  ///
  /// @return whether they came next
  boolean skipIfNext(byte[] expected) throws IOException {
    while (end - next < expected.length && fill()) {
      // Reads ahead.
    }
    int expectedEnd = next + expected.length;
    boolean isNext =
        expectedEnd <= end && Arrays.equals(bytes, next, expectedEnd, expected, 0, expected.length);
    next = isNext ? expectedEnd : next;
    return isNext;
  }

  /// The bytes that come next, as characters of Latin-1; fewer at the end. Only where a record
  /// starts.
  String lookAhead(int count) throws IOException {
    while (end - next < count && fill()) {
      // Reads ahead.
    }
    return new String(bytes, next, Math.min(count, end - next), StandardCharsets.ISO_8859_1);
  }

  /// Where the next byte stands.
  long offset() {
    return startOffset + (next - start) + dropped;
  }

  /// Where the current record starts.
  long recordStart() {
    return startOffset;
  }

  /// Whether the record is longer than the limit, so that only its beginning is kept.
  boolean isCut() {
    return dropped > 0;
  }

  /// How many bytes of a record are kept at most.
  int longestRecord() {
    return longestRecord;
  }

  /// Why the content ended too early, known once its end was reached; empty if it did not.
  Optional<RejectionReason> damage() {
    return Optional.ofNullable(damage);
  }

  /// Goes on with the content behind the damage. Only at the end, where a record starts.
  void resume() {
    damage = null;
    ended = false;
  }

  /// Starts a record at a byte that was read already, or at the next one. Of a record that is cut
  /// only the last bytes that were read are still there.
  void startRecord(long offset) {
    int index = indexOf(offset);
    startLine += lineEnds(start, index) + droppedLines;
    start = index;
    startOffset = offset;
    dropped = 0;
    droppedLines = 0;
  }

  /// Goes back to a byte of the record, which is then the next one. Of a record that is cut only
  /// the last bytes that were read are still there.
  void rewind(long offset) {
    next = indexOf(offset);
  }

  /// The line of a byte of a record that is not cut, or of its start; from 1.
  long lineAt(long offset) {
    return offset == startOffset ? startLine : startLine + lineEnds(start, indexOf(offset));
  }

  /// The bytes between two offsets in the record, as far as they are kept; of a record that is
  /// cut, from its start.
  ByteSlice slice(long from, long to) {
    int index = start + (int) (from - startOffset);
    int kept = isCut() ? longestRecord - index : Integer.MAX_VALUE;
    return new ByteSlice(bytes, index, (int) Math.min(to - from, kept));
  }

  private int indexOf(long offset) {
    return start + (int) (offset - startOffset - dropped);
  }

  private int lineEnds(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private boolean hasNext() throws IOException {
    return next < end || fill();
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    int count = readSource();
    ended = count < 0;
    end += Math.max(count, 0);
    return !ended;
  }

  private int readSource() throws IOException {
    try {
      return source.read(bytes, end, bytes.length - end);
    } catch (DamagedInputException e) {
      damage = e.reason();
      return -1;
    }
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
    } else if (bytes.length <= longestRecord) {
      bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, longestRecord + chunkBytes));
    } else {
      droppedLines += lineEnds(longestRecord, end);
      dropped += end - longestRecord;
      next = longestRecord;
      end = longestRecord;
    }
  }
}
