package dev.fedbytweets.processraw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// Decompresses gzip data that is in memory as a whole.
final class Gzip {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BUFFER_BYTES = 1 << 16;

  /// Deflate makes nothing smaller than by this.
  private static final long BEST_RATIO = 1032;

  private Gzip() {}

  /// @param compressed one gzip member or several
  /// @throws IOException if it is none, or is broken
  static byte[] decompress(byte[] compressed) throws IOException {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER_BYTES)) {
      byte[] bytes = new byte[expectedLength(compressed)];
      int length = gzip.readNBytes(bytes, 0, bytes.length);
      byte[] rest = gzip.readAllBytes();
      if (length == bytes.length && rest.length == 0) {
        return bytes;
      }
      byte[] all = Arrays.copyOf(bytes, length + rest.length);
      System.arraycopy(rest, 0, all, length, rest.length);
      return all;
    }
  }

  /// What the end of the last member says of its length (RFC 1952), if that can be.
  private static int expectedLength(byte[] compressed) {
    if (compressed.length < Integer.BYTES) {
      return 0;
    }
    int said = (int) INT.get(compressed, compressed.length - Integer.BYTES);
    return said < 0 || said > compressed.length * BEST_RATIO ? 0 : said;
  }
}
