package dev.fedbytweets.local.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/// A file to be read, called by the location under which it is known.
///
/// @param location as Iceberg names it
record LocalInputFile(Path path, String location) implements InputFile {

  @Override
  public long getLength() {
    return org.apache.iceberg.Files.localInput(path.toFile()).getLength();
  }

  @Override
  public SeekableInputStream newStream() {
    if (!exists()) {
      throw new NotFoundException("%s is gone", location);
    }
    return org.apache.iceberg.Files.localInput(path.toFile()).newStream();
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }
}
