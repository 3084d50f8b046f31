package dev.fedbytweets.tables.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/// A new metadata file that goes into the cache once it is stored.
record CachedOutputFile(OutputFile file, FileCache cache) implements OutputFile {

  @Override
  public PositionOutputStream create() {
    return createOrOverwrite();
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return new Copying(file.createOrOverwrite());
  }

  @Override
  public String location() {
    return file.location();
  }

  @Override
  public InputFile toInputFile() {
    return new CachedInputFile(location(), file::toInputFile, cache);
  }

  /// Copies what is written, as long as it is small enough for the cache.
  private final class Copying extends PositionOutputStream {

    private final PositionOutputStream stream;
    private ByteArrayOutputStream copy = new ByteArrayOutputStream();

    Copying(PositionOutputStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public long storedLength() throws IOException {
      return stream.storedLength();
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
      if (copy != null) {
        copy.write(bytes, offset, length);
        copy = cache.takes(copy.size()) ? copy : null;
      }
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      stream.close();
      if (copy != null) {
        cache.put(location(), copy.toByteArray());
        copy = null;
      }
    }
  }
}
