package dev.fedbytweets.core.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Compresses and decompresses gzip data (RFC 1952) that is in memory as a whole.
public final class Gzip {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BUFFER_BYTES = 1 << 16;

  /// Deflate makes nothing smaller than by this.
  private static final long BEST_RATIO = 1032;

  /// Pages of X become an eighth larger than at level 6, which is the usual one, in two fifths of
  /// the time.
  private static final int LEVEL = 3;

  /// How much smaller than they were pages become at least, mostly.
  private static final int USUAL_RATIO = 4;

  private Gzip() {}

  /// Compresses bytes. The same bytes give the same result each time: the format's time is left
  /// out.
  public static byte[] compress(byte[] bytes) {
    return compress(bytes, 0, bytes.length);
  }

  /// Compresses a part of an array, the same way each time.
  ///
  /// @param from the index of the first byte
  /// @param length in bytes
  public static byte[] compress(byte[] bytes, int from, int length) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(length / USUAL_RATIO);
    try (OutputStream gzip = new FastOutput(compressed)) {
      gzip.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return compressed.toByteArray();
  }

  /// Decompresses bytes.
  ///
  /// @param compressed one gzip member or several
  /// @throws IOException if it is none, or is broken
  public static byte[] decompress(byte[] compressed) throws IOException {
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

  /// How many bytes come out, as the end of the last member says. That is all of them if there is
  /// one member of less than 2 GB; 0 if what it says cannot be.
  public static int expectedLength(byte[] compressed) {
    if (compressed.length < Integer.BYTES) {
      return 0;
    }
    int said = (int) INT.get(compressed, compressed.length - Integer.BYTES);
    return said < 0 || said > compressed.length * BEST_RATIO ? 0 : said;
  }

  private static final class FastOutput extends GZIPOutputStream {

    FastOutput(OutputStream to) throws IOException {
      super(to, BUFFER_BYTES);
      def.setLevel(LEVEL);
    }
  }
}
