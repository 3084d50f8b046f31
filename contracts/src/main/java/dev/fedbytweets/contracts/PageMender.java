package dev.fedbytweets.contracts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Makes JSON in UTF-8 of bytes that are nearly that, by the rules of [PageBytes]. What is as it
/// should be stays byte for byte. Brackets, commas and quotes are taken as they are.
final class PageMender {

  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final String STRUCTURE = "{}[]:,\"";
  private static final String BLANK = " \t\r\n";
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final int UNICODE_ESCAPE = "\\uXXXX".length();
  private static final int SURROGATE_BYTES = 3;

  private final byte[] page;
  private final ByteArrayOutputStream mended;
  private int at;

  private PageMender(byte[] page) {
    this.page = page;
    this.mended = new ByteArrayOutputStream(page.length + REPLACEMENT.length);
  }

  /// The bytes mended; equal to `page` if there is nothing to mend.
  static byte[] mended(byte[] page) {
    return new PageMender(page).mend();
  }

  private byte[] mend() {
    int structure = 0;
    while (at < page.length) {
      int next = page[at];
      if (next == '"') {
        text();
        structure = next;
      } else if (isOneOf(STRUCTURE, next)) {
        keep(1);
        structure = next;
      } else if (isOneOf(BLANK, next)) {
        keep(1);
      } else {
        literal(isOneOf(":,[", structure));
        structure = 0;
      }
    }
    return mended.toByteArray();
  }

  private void text() {
    keep(1);
    while (at < page.length && page[at] != '"') {
      if (page[at] == '\\') {
        escape();
      } else if (page[at] >= 0) {
        keep(1);
      } else {
        character();
      }
    }
    keep(Math.min(1, page.length - at));
  }

  /// A number, `true` and the like, or bytes that do not belong here.
  ///
  /// @param mayBeValue whether a value may begin here
  private void literal(boolean mayBeValue) {
    int end = at;
    int printable = 0;
    while (end < page.length && !isOneOf(STRUCTURE, page[end]) && !isOneOf(BLANK, page[end])) {
      printable += page[end] > ' ' && page[end] < 0x7F ? 1 : 0;
      end++;
    }
    if (printable == end - at) {
      keep(printable);
    } else {
      boolean isValue = printable > 0 || mayBeValue && isOneOf(",}]", afterBlanks(end));
      replace(end - at, isValue ? NULL : new byte[] {' '});
    }
  }

  /// The first byte from here on that is not blank, -1 if there is none.
  private int afterBlanks(int from) {
    int next = from;
    while (next < page.length && isOneOf(BLANK, page[next])) {
      next++;
    }
    return next < page.length ? page[next] : -1;
  }

  private void escape() {
    int unit = escapedUnit(at);
    if (unit >= 0 && Character.isSurrogate((char) unit)) {
      int low = escapedUnit(at + UNICODE_ESCAPE);
      if (low >= 0 && Character.isSurrogatePair((char) unit, (char) low)) {
        keep(2 * UNICODE_ESCAPE);
      } else {
        replace(UNICODE_ESCAPE, REPLACEMENT);
      }
    } else if (unit >= 0) {
      keep(UNICODE_ESCAPE);
    } else if (at + 1 < page.length && isOneOf(ESCAPES, page[at + 1])) {
      keep(2);
    } else {
      replace(1, REPLACEMENT);
    }
  }

  /// The UTF-16 code unit that is escaped here, -1 if none is.
  private int escapedUnit(int from) {
    if (from + UNICODE_ESCAPE > page.length || page[from] != '\\' || page[from + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = from + 2; i < from + UNICODE_ESCAPE; i++) {
      int digit = page[i] < 0 ? -1 : Character.digit(page[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  /// A character outside of ASCII.
  private void character() {
    int lead = page[at] & 0xFF;
    int length = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    int valid = 1;
    while (valid < length && isContinuation(lead, valid)) {
      valid++;
    }
    if (length > 1 && valid == length) {
      keep(length);
    } else if (surrogate(at) >= 0) {
      surrogate();
    } else {
      replace(valid, REPLACEMENT);
    }
  }

  /// Whether the byte at this place of a sequence may stand there: no character has two spellings,
  /// none is half of a surrogate pair, and none is beyond U+10FFFF.
  private boolean isContinuation(int lead, int place) {
    int next = at + place < page.length ? page[at + place] & 0xFF : 0;
    int least = place > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = place > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return next >= least && next <= most;
  }

  private void surrogate() {
    int high = surrogate(at);
    int low = surrogate(at + SURROGATE_BYTES);
    if (low >= 0 && Character.isSurrogatePair((char) high, (char) low)) {
      int character = Character.toCodePoint((char) high, (char) low);
      replace(2 * SURROGATE_BYTES, Character.toString(character).getBytes(StandardCharsets.UTF_8));
    } else {
      replace(SURROGATE_BYTES, REPLACEMENT);
    }
  }

  /// The half of a surrogate pair that three bytes here stand for, -1 if they do not.
  private int surrogate(int from) {
    if (from + SURROGATE_BYTES > page.length || (page[from] & 0xFF) != 0xED) {
      return -1;
    }
    int second = page[from + 1] & 0xFF;
    int third = page[from + 2] & 0xFF;
    return second >= 0xA0 && second <= 0xBF && third >= 0x80 && third <= 0xBF
        ? 0xD000 | (second & 0x3F) << 6 | third & 0x3F
        : -1;
  }

  private void keep(int length) {
    mended.write(page, at, length);
    at += length;
  }

  private void replace(int length, byte[] other) {
    mended.writeBytes(other);
    at += length;
  }

  private static boolean isOneOf(String characters, int next) {
    return characters.indexOf(next) >= 0;
  }
}
