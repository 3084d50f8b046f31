package dev.fedbytweets.local.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/// A file in an archive whose checksum, if it has one, is compared at its end. Closing it leaves
/// the archive open.
final class CheckedEntry extends FilterInputStream {

  private final ArchiveEntry entry;
  private final CRC32 checksum = new CRC32();

  CheckedEntry(InputStream content, ArchiveEntry entry) {
    super(content);
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count < 0) {
      compare();
    } else {
      checksum.update(into, offset, count);
    }
    return count;
  }

  @Override
  public void close() {
    // The archive goes on.
  }

  /// The checksum may stand behind the content.
  private void compare() throws ZipException {
    if (entry instanceof ZipArchiveEntry zipped
        && zipped.getCrc() >= 0
        && zipped.getCrc() != checksum.getValue()) {
      throw new ZipException("the checksum is wrong");
    }
  }
}
