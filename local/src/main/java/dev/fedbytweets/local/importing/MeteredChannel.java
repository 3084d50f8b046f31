package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/// Reads a file and counts how much of it has been read.
final class MeteredChannel implements SeekableByteChannel {

  private final FileChannel file;
  private long bytesRead;

  private MeteredChannel(FileChannel file) {
    this.file = file;
  }

  static MeteredChannel open(Path path) throws IOException {
    return new MeteredChannel(FileChannel.open(path));
  }

  /// How many bytes have been read; what is read twice counts twice.
  long bytesRead() {
    return bytesRead;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = file.read(into);
    bytesRead += Math.max(count, 0);
    return count;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new UnsupportedOperationException("files to be imported are not written");
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("files to be imported are not written");
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
