package dev.fedbytweets.local.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The content of a file, decompressed if the file is compressed. It is looked into at the first
/// read, so that damage at its beginning shows like any other. Not safe for use by several threads.
final class SourceContent extends InputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final CountingStream file;
  private final BufferedInputStream buffer;
  private InputStream decompressed;

  private SourceContent(InputStream file) {
    this.file = new CountingStream(file);
    this.buffer = new BufferedInputStream(this.file, BUFFER_BYTES);
  }

  static SourceContent open(Path path) throws IOException {
    return new SourceContent(Files.newInputStream(path));
  }

  @Override
  public int read() throws IOException {
    return decompressed().read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return decompressed().read(bytes, offset, length);
  }

  /// How many bytes of the file have been read so far, as they are on the disk.
  long bytesRead() {
    return file.bytes;
  }

  @Override
  public void close() throws IOException {
    buffer.close();
  }

  private InputStream decompressed() throws IOException {
    if (decompressed == null) {
      decompressed = Compression.of(buffer).decompress(buffer);
    }
    return decompressed;
  }

  /// Counts what is read by the buffer, which reads no single bytes.
  private static final class CountingStream extends FilterInputStream {

    private long bytes;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      bytes += Math.max(count, 0);
      return count;
    }
  }
}
