package dev.fedbytweets.local.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Made-up responses of X, for tests.
final class Responses {

  private Responses() {}

  /// A page with one post.
  static String page(String id) {
    String text = "caf\u00e9 \u2028 \\ud83d\\ude00 ] {\\\"\\\\ ";
    return """
    {"data":[{"id":"%s","text":"%s","n":1.50e+1}],"includes":{"users":[{"id":"9%s"}]},"meta":{}}\
    """
        .formatted(id, text, id);
  }

  /// The same over several lines, with blanks wherever they may be.
  static String pretty(String page) {
    return page.replace("[", "[\r\n  ").replace(",\"", " ,\n\t\"").replace("}", "\n }");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
