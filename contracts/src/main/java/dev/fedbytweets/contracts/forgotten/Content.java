package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.core.storage.Gzip;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What is in an object, which is compressed if its key says so.
final class Content {

  private static final String COMPRESSED = ".gz";

  private Content() {}

  /// The content of an object.
  ///
  /// @return empty if it is broken
  static Optional<byte[]> of(String key, byte[] body) {
    if (!key.endsWith(COMPRESSED)) {
      return Optional.of(body);
    }
    try {
      return Optional.of(Gzip.decompress(body));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The reverse of [#of].
  static byte[] toBody(String key, byte[] content) {
    return key.endsWith(COMPRESSED) ? Gzip.compress(content) : content;
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
