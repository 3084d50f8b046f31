package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders of inputs and outputs.
public final class Folders {

  private Folders() {}

  /// The files below a folder, sorted; none if there is no folder.
  public static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// The Parquet files below a folder.
  public static List<Path> parquetFiles(Path folder) throws IOException {
    return files(folder).stream().filter(file -> file.toString().endsWith(".parquet")).toList();
  }

  /// The size of files, in bytes.
  public static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /// Reads every file, so that the first competitor finds it in the page cache like the others.
  public static void warm(Path folder) throws IOException {
    for (Path file : files(folder)) {
      try (InputStream content = Files.newInputStream(file)) {
        content.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  /// Removes a folder and everything in it, if it is there.
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
