package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.storage.Gzip;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A part of a buffer, valid until the buffer is used again.
///
/// @param bytes the buffer, not copied
/// @param from the index of the first byte
/// @param length in bytes
record ByteSlice(byte[] bytes, int from, int length) {

  static final ByteSlice EMPTY = new ByteSlice(new byte[0], 0, 0);

  /// The SHA-256 in hexadecimal, lower case.
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The bytes gzipped, the same each time.
  byte[] compressed() {
    return Gzip.compress(bytes, from, length);
  }

  /// A copy of the bytes.
  byte[] toArray() {
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /// A part of a buffer of its own.
  ByteSlice copy() {
    return new ByteSlice(toArray(), 0, length);
  }

  boolean contains(char ascii) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == ascii) {
        return true;
      }
    }
    return false;
  }

  /// Without the blanks at its end.
  ByteSlice stripTrailing() {
    int kept = length;
    while (kept > 0 && isBlank(bytes[from + kept - 1])) {
      kept--;
    }
    return new ByteSlice(bytes, from, kept);
  }

  /// Without the blanks and commas at its beginning.
  ByteSlice stripSeparators() {
    int first = 0;
    while (first < length && (bytes[from + first] == ',' || isBlank(bytes[from + first]))) {
      first++;
    }
    return new ByteSlice(bytes, from + first, length - first);
  }

  /// Whether a byte is white space in JSON.
  static boolean isBlank(int value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
