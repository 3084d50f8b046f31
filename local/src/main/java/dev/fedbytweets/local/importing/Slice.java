package dev.fedbytweets.local.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// Bytes that lie in a buffer, until it is used again.
///
/// @param bytes the buffer, not copied
record Slice(byte[] bytes, int from, int length) {

  /// In hexadecimal, lower case.
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Gzipped, the same bytes each time.
  byte[] compressed() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return compressed.toByteArray();
  }

  boolean contains(char ascii) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == ascii) {
        return true;
      }
    }
    return false;
  }

  int at(int index) {
    return bytes[from + index];
  }

  /// How many lines end in so many bytes at its beginning.
  int lineEnds(int first) {
    int count = 0;
    for (int i = 0; i < first; i++) {
      count += at(i) == '\n' ? 1 : 0;
    }
    return count;
  }

  boolean equalTo(byte[] expected) {
    return Arrays.equals(bytes, from, from + length, expected, 0, expected.length);
  }

  /// Without so many bytes at its beginning.
  Slice without(int first) {
    return new Slice(bytes, from + first, length - first);
  }

  /// Without the blanks at its end.
  Slice stripTrailing() {
    int end = from + length;
    while (end > from && Structure.isBlank(bytes[end - 1])) {
      end--;
    }
    return new Slice(bytes, from, end - from);
  }
}
