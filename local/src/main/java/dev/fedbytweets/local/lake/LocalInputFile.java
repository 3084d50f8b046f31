package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.RejectedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/// A file of a table to be read.
///
/// @param path where the file is
/// @param location the file's name in Iceberg's metadata
/// @param lake the lake of the table
/// @param bytes the size that the table's metadata says; empty if it says none
record LocalInputFile(Path path, String location, LakeDirectory lake, OptionalLong bytes)
    implements InputFile {

  @Override
  public long getLength() {
    return org.apache.iceberg.Files.localInput(path.toFile()).getLength();
  }

  @Override
  public SeekableInputStream newStream() {
    if (!exists()) {
      throw new NotFoundException("%s", damaged("is missing"));
    }
    if (bytes.isPresent()) {
      FileDamage.of(path, bytes.getAsLong())
          .ifPresent(
              damage -> {
                throw new RejectedException(damaged(damage));
              });
    }
    return org.apache.iceberg.Files.localInput(path.toFile()).newStream();
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  private String damaged(String damage) {
    return "%s %s: %s makes the tables anew from the raw pages"
        .formatted(path, damage, lake.command("rebuild"));
  }
}
