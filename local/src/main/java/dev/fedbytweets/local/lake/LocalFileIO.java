package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SupportsPrefixOperations;

/// The tables' files on the local disk, where [LakeDirectory#file] says they are. A file is forced
/// to the disk when it is closed, so that it survives a crash before anything names it. Iceberg
/// creates this class, which the catalog's properties name; their warehouse is the lake's root.
public final class LocalFileIO implements SupportsPrefixOperations {

  private static final long serialVersionUID = 1L;

  private transient LakeDirectory lake;

  @Override
  public void initialize(Map<String, String> properties) {
    lake =
        new LakeDirectory(
            LakeDirectory.named(properties.get(CatalogProperties.WAREHOUSE_LOCATION)));
  }

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInputFile(lake.file(location), location, lake, OptionalLong.empty());
  }

  /// A file whose size is not the one that the table knows is damaged: reading it fails.
  @Override
  public InputFile newInputFile(String location, long length) {
    return new LocalInputFile(lake.file(location), location, lake, OptionalLong.of(length));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutputFile(lake.file(location), lake);
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(lake.file(location));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + location, e);
    }
  }

  /// The files below the folder of a table; links in it are not followed.
  ///
  /// @param prefix the table's location and a slash
  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    Path folder = lake.table(prefix);
    List<FileInfo> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try {
        Path walked = folder.toRealPath();
        Files.walkFileTree(
            walked,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                  files.add(
                      new FileInfo(
                          prefix + walked.relativize(file),
                          attributes.size(),
                          attributes.lastModifiedTime().toMillis()));
                }
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + folder, e);
      }
    }
    return files;
  }

  /// @param prefix the table's location and a slash
  @Override
  public void deletePrefix(String prefix) {
    listPrefix(prefix).forEach(file -> deleteFile(file.location()));
  }
}
