package dev.fedbytweets.tables.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/// A metadata file, read whole when it is first needed, and kept.
///
/// @param file asked only for what is not kept
record KeptInputFile(String location, Supplier<InputFile> file, KeptFiles kept)
    implements InputFile {

  @Override
  public long getLength() {
    return content().length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new InMemoryInputFile(location, content()).newStream();
  }

  @Override
  public boolean exists() {
    return kept.get(location) != null || file.get().exists();
  }

  private byte[] content() {
    byte[] known = kept.get(location);
    if (known != null) {
      return known;
    }
    try (InputStream stream = file.get().newStream()) {
      byte[] content = stream.readAllBytes();
      kept.put(location, content);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + location, e);
    }
  }
}
