package dev.fedbytweets.local.lake;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/// A file of a table to be written once.
///
/// @param path where the file will be
/// @param lake the lake of the table
record LocalOutputFile(Path path, LakeDirectory lake) implements OutputFile {

  private static final int BUFFER_BYTES = 1 << 16;

  /// The file's name in Iceberg's metadata is that of its present place.
  @Override
  public String location() {
    return LakeDirectory.location(path);
  }

  @Override
  public PositionOutputStream create() {
    if (Files.exists(path)) {
      throw new AlreadyExistsException("%s exists already", path);
    }
    return createOrOverwrite();
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    try {
      DirectorySync.DISK.create(path.getParent());
      return new ForcedStream(new FileOutputStream(path.toFile()), path.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  @Override
  public InputFile toInputFile() {
    return new LocalInputFile(path, location(), lake);
  }

  /// Forces the file to the disk when it is closed.
  private static final class ForcedStream extends PositionOutputStream {

    private final FileOutputStream file;
    private final OutputStream buffer;
    private final Path folder;
    private long position;
    private boolean closed;

    ForcedStream(FileOutputStream file, Path folder) {
      this.file = file;
      this.buffer = new BufferedOutputStream(file, BUFFER_BYTES);
      this.folder = folder;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      buffer.write(value);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      buffer.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      buffer.flush();
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      buffer.flush();
      file.getFD().sync();
      file.close();
      DirectorySync.DISK.force(folder);
    }
  }
}
