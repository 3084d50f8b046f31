package dev.fedbytweets.tables.faults;

import dev.fedbytweets.core.faults.FaultInjector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;

/// Files whose creation, completion, opening and removal can break.
final class FaultyFileIO implements SupportsPrefixOperations {

  private static final long serialVersionUID = 1L;

  private final transient FileIO files;
  private final transient FaultInjector faults;
  private final transient Map<String, Instant> created;

  /// @param created when each file of the lake was created that is still there
  FaultyFileIO(FileIO files, FaultInjector faults, Map<String, Instant> created) {
    this.files = files;
    this.faults = faults;
    this.created = created;
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
    return new FaultyOutputFile(files.newOutputFile(path), faults, created);
  }

  @Override
  public void deleteFile(String path) {
    faults.around(
        "delete " + kind(path),
        () -> {
          if (created.remove(path) != null) {
            files.deleteFile(path);
          }
        });
  }

  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    return faults.around(
        "list",
        () ->
            created.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .map(file -> info(file.getKey(), file.getValue()))
                .toList());
  }

  @Override
  public void deletePrefix(String prefix) {
    throw new UnsupportedOperationException("nobody needs it");
  }

  private FileInfo info(String path, Instant at) {
    return new FileInfo(path, files.newInputFile(path).getLength(), at.toEpochMilli());
  }

  @Override
  public Map<String, String> properties() {
    return files.properties();
  }

  private static String kind(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private record FaultyOutputFile(
      OutputFile file, FaultInjector faults, Map<String, Instant> created) implements OutputFile {

    @Override
    public PositionOutputStream create() {
      return faults.around(
          "create " + kind(location()),
          () -> new FaultyStream(file.create(), location(), faults, created));
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      return faults.around(
          "create " + kind(location()),
          () -> new FaultyStream(file.createOrOverwrite(), location(), faults, created));
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
    private final Map<String, Instant> created;
    private boolean closed;

    FaultyStream(
        PositionOutputStream stream,
        String path,
        FaultInjector faults,
        Map<String, Instant> created) {
      this.stream = stream;
      this.path = path;
      this.faults = faults;
      this.created = created;
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
              created.put(path, Instant.now());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
