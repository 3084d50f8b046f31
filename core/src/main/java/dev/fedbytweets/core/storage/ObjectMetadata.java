package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.failure.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How much metadata an object may have.
public final class ObjectMetadata {

  /// The names and values of an object's metadata together, in bytes: the 2,048 of S3 without what
  /// its store adds.
  public static final int MOST_BYTES = 2000;

  private ObjectMetadata() {}

  /// The names and values together, in bytes of UTF-8.
  static int bytes(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
        .sum();
  }

  /// @param address the object's, for messages
  /// @throws RejectedException if it is more than [#MOST_BYTES]
  public static void requireFits(String address, Map<String, String> metadata) {
    int bytes = bytes(metadata);
    if (bytes > MOST_BYTES) {
      throw new RejectedException(
          "%s: its metadata has %,d bytes, and %,d are allowed"
              .formatted(address, bytes, MOST_BYTES));
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
