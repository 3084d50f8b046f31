package dev.fedbytweets.tables.faults;

import dev.fedbytweets.core.faults.FaultInjector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/// Files whose creation, completion, opening and removal can break.
final class FaultyFileIO implements FileIO {

  private static final long serialVersionUID = 1L;

  private final transient FileIO files;
  private final transient FaultInjector faults;

  FaultyFileIO(FileIO files, FaultInjector faults) {
    this.files = files;
    this.faults = faults;
  }

  @Override
  public InputFile newInputFile(String path) {
    return faults.around("open " + kind(path), () -> files.newInputFile(path));
  }

  @Override
  public InputFile newInputFile(String path, long length) {
    return faults.around("open " + kind(path), () -> files.newInputFile(path, length));
  }

  @Override
  public OutputFile newOutputFile(String path) {
    return new FaultyOutputFile(files.newOutputFile(path), faults);
  }

  @Override
  public void deleteFile(String path) {
    faults.around("delete " + kind(path), () -> files.deleteFile(path));
  }

  @Override
  public Map<String, String> properties() {
    return files.properties();
  }

  private static String kind(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private record FaultyOutputFile(OutputFile file, FaultInjector faults) implements OutputFile {

    @Override
    public PositionOutputStream create() {
      return faults.around(
          "create " + kind(location()), () -> new FaultyStream(file.create(), location(), faults));
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      return faults.around(
          "create " + kind(location()),
          () -> new FaultyStream(file.createOrOverwrite(), location(), faults));
    }

    @Override
    public String location() {
      return file.location();
    }

    @Override
    public InputFile toInputFile() {
      return file.toInputFile();
    }
  }

  private static final class FaultyStream extends PositionOutputStream {

    private final PositionOutputStream stream;
    private final String path;
    private final FaultInjector faults;
    private boolean closed;

    FaultyStream(PositionOutputStream stream, String path, FaultInjector faults) {
      this.stream = stream;
      this.path = path;
      this.faults = faults;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public void write(int b) throws IOException {
      stream.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      faults.around(
          "complete " + kind(path),
          () -> {
            try {
              stream.close();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
