package dev.fedbytweets.local.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// How a file is compressed, recognised by its first bytes. Another kind is one more constant,
/// whose stream throws a [java.io.EOFException] where the data breaks off and a
/// [java.util.zip.ZipException] where it is damaged.
enum Compression {
  GZIP(0x1f, 0x8b) {
    @Override
    InputStream decompress(InputStream compressed) throws IOException {
      return new GZIPInputStream(compressed, BUFFER_BYTES);
    }
  },
  NONE() {
    @Override
    InputStream decompress(InputStream compressed) {
      return compressed;
    }
  };

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_SIGNATURE = 2;

  private final byte[] signature;

  Compression(int... signature) {
    this.signature = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      this.signature[i] = (byte) signature[i];
    }
  }

  /// The compression of a file, which is then at its beginning again.
  static Compression of(BufferedInputStream file) throws IOException {
    file.mark(LONGEST_SIGNATURE);
    byte[] first = file.readNBytes(LONGEST_SIGNATURE);
    file.reset();
    return Arrays.stream(values()).filter(kind -> kind.begins(first)).findFirst().orElseThrow();
  }

  /// The decompressed content of a file.
  abstract InputStream decompress(InputStream compressed) throws IOException;

  private boolean begins(byte[] file) {
    int length = signature.length;
    return file.length >= length && Arrays.equals(file, 0, length, signature, 0, length);
  }
}
