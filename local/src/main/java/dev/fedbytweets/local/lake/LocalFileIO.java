package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/// The tables' files on the local disk. A file is forced to the disk when it is closed, so that it
/// survives a crash before anything names it. Iceberg creates this class, which the catalog's
/// properties name.
public final class LocalFileIO implements FileIO {

  private static final long serialVersionUID = 1L;

  private static final Pattern SCHEME = Pattern.compile("^file:(//(?=/))?");

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInputFile(path(location), location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutputFile(path(location), location);
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(path(location));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + location, e);
    }
  }

  /// The file that a location in the tables' metadata names. We write `file:///folder/file`,
  /// engines that use Hadoop `file:/folder/file`, others the path alone; none of them escapes
  /// characters.
  public static Path path(String location) {
    return Path.of(SCHEME.matcher(location).replaceFirst(""));
  }
}
