package dev.fedbytweets.local.importing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// The content of a file, which is plain or gzipped (RFC 1952), one member or several. What a file
/// is follows from its bytes alone.
///
/// Everything that can be decompressed is read, whatever is damaged around it, also where a
/// checksum is wrong. Damage is reported by an exception, once at each place, and the next read
/// goes on at the next header of a member, wherever that is; a member that was cut short may have
/// swallowed it. Plain text between members is read too. Zeros behind the last member are no
/// damage: tapes and disk images are padded with them, and gzip itself ignores them. Not safe for
/// use by several threads.
///
/// Libraries do not do this: Apache Commons Compress throws away what it decompressed just before
/// the damage, and the JDK's stream passes over whatever follows a member.
final class SourceContent extends InputStream {

  private static final int WINDOW_BYTES = 1 << 16;

  /// A member begins with two fixed bytes, the number of deflate, and flags with three zeros.
  private static final int HEADER = 0x1F8B_0800;

  private static final int HEADER_MASK = 0xFFFF_FFE0;
  private static final int MAGIC = HEADER >>> Short.SIZE;
  private static final int FIRST_BYTE = MAGIC >>> Byte.SIZE;

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  /// What the next byte belongs to.
  private enum Part {
    BETWEEN,
    MEMBER,
    PLAIN
  }

  private final SeekableByteChannel file;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private Part part = Part.BETWEEN;

  /// Where the present part begins, from the file's first byte.
  private long partStart;

  /// How far into the file the window reaches.
  private long windowEnd;

  /// Whether damage was reported and nothing readable has been found since.
  private boolean lost;

  /// @param file stands at its beginning; closed with this. It may go back less far than it is
  ///     asked to
  SourceContent(SeekableByteChannel file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// @throws DamagedInputException where something is damaged; the next read goes on behind it
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = 0;
    while (count == 0 && length > 0) {
      count =
          switch (part) {
            case BETWEEN -> beginPart() ? 0 : -1;
            case MEMBER -> readMember(into, offset, length);
            case PLAIN -> readPlain(into, offset, length);
          };
    }
    lost &= count <= 0;
    return count;
  }

  /// How many bytes of the file have been read so far, as they are on the disk.
  long bytesRead() {
    return windowEnd - window.remaining();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    file.close();
  }

  /// @return false at the end of the file
  private boolean beginPart() throws IOException {
    long start = bytesRead();
    partStart = start;
    if (start > 0) {
      skipZeros();
    }
    if (!has(1)) {
      return false;
    }
    if (has(Short.BYTES) && (window.getShort(window.position()) & 0xFFFF) == MAGIC) {
      if (bytesRead() > start) {
        throw damaged(start);
      }
      beginMember();
    } else if (start == 0) {
      part = Part.PLAIN;
    } else if (isText()) {
      part = Part.PLAIN;
      throw damaged(start);
    } else {
      goOn(start);
    }
    return true;
  }

  private void beginMember() throws IOException {
    try {
      readHeader();
      inflater.reset();
      checksum.reset();
      part = Part.MEMBER;
    } catch (EOFException e) {
      goOn(file.size());
    } catch (ZipException e) {
      goOn(partStart);
    }
  }

  private int readMember(byte[] into, int offset, int length) throws IOException {
    long before = inflater.getBytesWritten();
    try {
      if (inflater.needsInput()) {
        require(1);
        inflater.setInput(window);
      }
      int count = inflater.inflate(into, offset, length);
      checksum.update(into, offset, count);
      if (count == 0 && inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new DataFormatException("gzip has no dictionaries");
      }
      return count;
    } catch (EOFException e) {
      goOn(file.size());
    } catch (DataFormatException e) {
      int readable = (int) (inflater.getBytesWritten() - before);
      if (readable > 0) {
        return readable;
      }
      goOn(bytesRead());
    }
    return 0;
  }

  private void endMember() throws IOException {
    long end = bytesRead();
    require(2 * Integer.BYTES);
    boolean sameChecksum = nextNumber() == (int) checksum.getValue();
    boolean sameLength = nextNumber() == (int) inflater.getBytesWritten();
    part = Part.BETWEEN;
    if (!sameChecksum || !sameLength) {
      goOn(end);
    }
  }

  private int readPlain(byte[] into, int offset, int length) throws IOException {
    int count = 0;
    if (!has(1)) {
      return -1;
    }
    if (isAtHeader()) {
      part = Part.BETWEEN;
      throw damaged(bytesRead());
    }
    do {
      into[offset + count] = window.get();
      count++;
    } while (count < length
        && window.hasRemaining()
        && window.get(window.position()) != FIRST_BYTE);
    return count;
  }

  /// Goes on at the next header of a member behind the beginning of this part, which may be none.
  ///
  /// @param noticedAt where the damage showed, the length of the file if it breaks off there
  private void goOn(long noticedAt) throws IOException {
    file.position(partStart + 1);
    windowEnd = file.position();
    window.limit(0);
    while (has(1) && !isAtHeader()) {
      window.get();
    }
    part = Part.BETWEEN;
    if (!lost) {
      lost = true;
      long length = file.size();
      throw noticedAt < length || has(1)
          ? damaged(noticedAt < length ? noticedAt : partStart)
          : new DamagedInputException(RejectionReason.breaksOffAt(length));
    }
  }

  private void readHeader() throws IOException {
    require(Integer.BYTES);
    if (!isAtHeader()) {
      throw new ZipException("no header");
    }
    int flags = window.getInt() & 0xFF;
    skip(6);
    if ((flags & EXTRA) != 0) {
      require(Short.BYTES);
      skip(Short.toUnsignedInt(Short.reverseBytes(window.getShort())));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    skip((flags & HEADER_CHECKSUM) != 0 ? Short.BYTES : 0);
  }

  private void skip(int count) throws IOException {
    require(count);
    window.position(window.position() + count);
  }

  private void skipText() throws IOException {
    do {
      require(1);
    } while (window.get() != 0);
  }

  private void skipZeros() throws IOException {
    while (has(1) && window.get(window.position()) == 0) {
      window.get();
    }
  }

  private boolean isAtHeader() throws IOException {
    return window.get(window.position()) == FIRST_BYTE
        && has(Integer.BYTES)
        && (window.getInt(window.position()) & HEADER_MASK) == HEADER;
  }

  /// Whether what comes next begins like a page or a list of pages.
  private boolean isText() throws IOException {
    has(WINDOW_BYTES);
    for (int i = window.position(); i < window.limit(); i++) {
      if (!ByteSlice.isBlank(window.get(i))) {
        return window.get(i) == '{' || window.get(i) == '[';
      }
    }
    return false;
  }

  private int nextNumber() {
    return Integer.reverseBytes(window.getInt());
  }

  private void require(int count) throws IOException {
    if (!has(count)) {
      throw new EOFException();
    }
  }

  /// Whether so many bytes come next, which are then in the window.
  private boolean has(int count) throws IOException {
    if (window.remaining() < count) {
      window.compact();
      int read = 0;
      while (read >= 0 && window.hasRemaining()) {
        read = file.read(window);
        windowEnd += Math.max(read, 0);
      }
      window.flip();
    }
    return window.remaining() >= count;
  }

  private static DamagedInputException damaged(long offset) {
    return new DamagedInputException(RejectionReason.damagedAt(offset));
  }
}
