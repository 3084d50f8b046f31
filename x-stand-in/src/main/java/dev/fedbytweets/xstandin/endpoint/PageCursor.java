package dev.fedbytweets.xstandin.endpoint;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/// Where a page is in the posts that a search finds. Written as a token it carries everything
/// that makes the page, so it needs no memory and never expires: the page is the same however
/// much later it is asked for, and by whichever process of the same world.
///
/// @param search of which query and window, see [#searchOf(Parameters)]
/// @param after the window's end in the past; excluded
/// @param before the page's newest possible post is older than this
/// @param seenAt when the first page was asked for: later posts and edits do not change the
///     window
/// @param page counted from 0
record PageCursor(long search, long after, long before, Instant seenAt, int page) {

  /// X's tokens are written with the digits of base 32 with extended hexadecimal alphabet.
  private static final int RADIX = 32;

  private static final byte VERSION = 1;
  private static final int BYTES = 1 + 4 * Long.BYTES + Integer.BYTES;

  static PageCursor first(long search, IdRange window, Instant now) {
    return new PageCursor(
        search, window.after(), window.before(), Instant.ofEpochMilli(now.toEpochMilli()), 0);
  }

  PageCursor next(long newBefore) {
    return new PageCursor(search, after, newBefore, seenAt, page + 1);
  }

  /// What a search's pages have in common: a token of another search is refused.
  static long searchOf(Parameters parameters) {
    long mixed = 17;
    for (String name : new String[] {"query", "since_id", "until_id", "start_time", "end_time"}) {
      for (char character : parameters.value(name).orElse("").toCharArray()) {
        mixed = 31 * mixed + character;
      }
      mixed = 1_000_003 * mixed + 1;
    }
    return mixed;
  }

  String token() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES + Integer.BYTES);
    bytes.put(VERSION).putLong(search).putLong(after).putLong(before);
    bytes.putLong(seenAt.toEpochMilli()).putInt(page);
    bytes.putInt(checksum(bytes.array()));
    return new BigInteger(1, bytes.array()).toString(RADIX);
  }

  /// Empty if no cursor was ever written so.
  static Optional<PageCursor> ofToken(String token) {
    if (!token.matches("[0-9a-v]{1,100}")) {
      return Optional.empty();
    }
    byte[] bytes = new BigInteger(token, RADIX).toByteArray();
    if (bytes.length != BYTES + Integer.BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    PageCursor cursor =
        new PageCursor(
            buffer.getLong(),
            buffer.getLong(),
            buffer.getLong(),
            Instant.ofEpochMilli(buffer.getLong()),
            buffer.getInt());
    return buffer.getInt() == checksum(bytes) ? Optional.of(cursor) : Optional.empty();
  }

  private static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, BYTES);
    return (int) checksum.getValue();
  }
}
