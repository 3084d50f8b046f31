package dev.fedbytweets.local.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/// A file of a table to be read.
///
/// @param path where the file is
/// @param location the file's name in Iceberg's metadata
/// @param lake the lake of the table
record LocalInputFile(Path path, String location, LakeDirectory lake) implements InputFile {

  @Override
  public long getLength() {
    return org.apache.iceberg.Files.localInput(path.toFile()).getLength();
  }

  @Override
  public SeekableInputStream newStream() {
    if (!exists()) {
      throw new NotFoundException(
          "%s is missing: %s makes the tables anew from the raw pages",
          path, lake.command("rebuild"));
    }
    return org.apache.iceberg.Files.localInput(path.toFile()).newStream();
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }
}
