package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/// A file of a table to be written once. If it cannot be, a person has to do something, such as to
/// make room on the disk: trying again would only take long.
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
      return new ForcedStream(new FileOutputStream(path.toFile()), path);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  @Override
  public InputFile toInputFile() {
    return new LocalInputFile(path, location(), lake, OptionalLong.empty());
  }

  private static MisconfiguredException unwritable(Path path, IOException e) {
    return new MisconfiguredException(
        "cannot write %s: %s".formatted(path, FileFailures.reason(e)), e);
  }

  /// Forces the file to the disk when it is closed.
  private static final class ForcedStream extends PositionOutputStream {

    private final FileOutputStream file;
    private final OutputStream buffer;
    private final Path path;
    private long position;
    private boolean closed;

    ForcedStream(FileOutputStream file, Path path) {
      this.file = file;
      this.buffer = new BufferedOutputStream(file, BUFFER_BYTES);
      this.path = path;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) {
      attempt(() -> buffer.write(value));
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      attempt(() -> buffer.write(bytes, offset, length));
      position += length;
    }

    @Override
    public void flush() {
      attempt(buffer::flush);
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      attempt(
          () -> {
            try (file) {
              buffer.flush();
              file.getFD().sync();
            }
            DirectorySync.DISK.force(path.getParent());
          });
    }

    private void attempt(Writing writing) {
      try {
        writing.write();
      } catch (IOException e) {
        throw unwritable(path, e);
      }
    }
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }
}
