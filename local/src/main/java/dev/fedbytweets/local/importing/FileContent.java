package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.failure.RetryableException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file's content, decompressed if it begins as gzip does. Not safe for use by several threads.
final class FileContent implements Content, Closeable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private final Path path;
  private final CountedStream file;
  private final BufferedInputStream buffer;
  private InputStream decompressed;
  private Defect damage;

  private FileContent(Path path, InputStream file) {
    this.path = path;
    this.file = new CountedStream(file);
    this.buffer = new BufferedInputStream(this.file, BUFFER_BYTES);
  }

  /// Opens a file.
  ///
  /// @throws RetryableException if it cannot be read, here and in the other methods
  static FileContent open(Path path) {
    try {
      return new FileContent(path, Files.newInputStream(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      if (decompressed == null) {
        decompressed = isCompressed() ? new GZIPInputStream(buffer, BUFFER_BYTES) : buffer;
      }
      return decompressed.read(bytes, offset, length);
    } catch (EOFException e) {
      damage = Defect.COMPRESSION_BREAKS_OFF;
      return -1;
    } catch (ZipException e) {
      damage = Defect.COMPRESSION_DAMAGED;
      return -1;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public Optional<Defect> damage() {
    return Optional.ofNullable(damage);
  }

  /// How many bytes of the file have been read so far, as they lie on the disk.
  long bytesRead() {
    return file.bytes;
  }

  @Override
  public void close() {
    try {
      buffer.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private boolean isCompressed() throws IOException {
    buffer.mark(GZIP.length);
    boolean compressed = buffer.read() == (GZIP[0] & 0xff) && buffer.read() == (GZIP[1] & 0xff);
    buffer.reset();
    return compressed;
  }

  private static RetryableException unreadable(Path path, IOException e) {
    return new RetryableException("cannot read %s: %s".formatted(path, e), e);
  }

  private static final class CountedStream extends FilterInputStream {

    private long bytes;

    CountedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      bytes += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      bytes += Math.max(count, 0);
      return count;
    }
  }
}
