package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// A stream that goes back as far as its last bytes are kept: to [#position(long)] or, if that is
/// gone, to the first byte that is not. Its size is known at its end; before, it counts as larger
/// than what was read.
final class StreamChannel implements SeekableByteChannel {

  private static final int KEPT_BYTES = 1 << 20;

  private final InputStream source;
  private final byte[] kept = new byte[KEPT_BYTES];

  /// How many bytes were read from the source; the byte `n` is at `n % KEPT_BYTES`.
  private long read;

  private long position;
  private boolean ended;
  private boolean open = true;

  StreamChannel(InputStream source) {
    this.source = source;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position == read && !fill()) {
      return -1;
    }
    int index = (int) (position % KEPT_BYTES);
    int available = (int) Math.min(read - position, KEPT_BYTES - index);
    int count = Math.min(into.remaining(), available);
    into.put(kept, index, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    int index = (int) (read % KEPT_BYTES);
    int count = ended ? -1 : source.read(kept, index, Math.min(1 << 16, KEPT_BYTES - index));
    ended |= count < 0;
    read += Math.max(count, 0);
    return count > 0;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new UnsupportedOperationException("streams to be imported are not written");
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long wanted) {
    position = Math.clamp(wanted, Math.max(0, read - KEPT_BYTES), read);
    return this;
  }

  @Override
  public long size() {
    return ended ? read : read + 1;
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("streams to be imported are not written");
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    source.close();
  }
}
