package dev.fedbytweets.tables.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/// A file that is read whole when it is first needed, and then cached.
///
/// @param file gives the stored file, and is asked only when the file is not in the cache
record CachedInputFile(String location, Supplier<InputFile> file, FileCache cache)
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
    return cache.get(location) != null || file.get().exists();
  }

  private byte[] content() {
    byte[] known = cache.get(location);
    if (known != null) {
      return known;
    }
    try (InputStream stream = file.get().newStream()) {
      byte[] content = stream.readAllBytes();
      cache.put(location, content);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + location, e);
    }
  }
}
