package dev.fedbytweets.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A local lake that grows by imports of one post.
final class GrowingLake {

  private static final long FIRST = 1_538_600_000_000_000_000L;

  private final Path folder;
  private final Commands commands;
  private long posts;

  /// @param folder the lake's, which may be new
  /// @param posts how many runs it has had
  GrowingLake(Path folder, long posts) {
    this.folder = folder;
    this.posts = posts;
    this.commands = new Commands(folder);
  }

  /// Its commands.
  Commands commands() {
    return commands;
  }

  /// Imports one post after another, each in a run of its own.
  void imports(int runs) throws IOException {
    for (int run = 0; run < runs; run++) {
      commands.importPosts(FIRST + posts++);
    }
  }

  /// The lake after its folder was moved.
  GrowingLake movedTo(Path other) throws IOException {
    Files.move(folder, other);
    return new GrowingLake(other, posts);
  }

  /// All rows, by table.
  Map<String, List<String>> rows() {
    return Stream.of("bronze.tweets", "bronze.users", "silver.tweets", "silver.users")
        .collect(
            Collectors.toMap(
                table -> table,
                table -> commands.rows("SELECT * FROM %s ORDER BY id".formatted(table))));
  }

  /// How many data files each table has.
  Map<String, Integer> liveFiles() {
    return commands
        .call("tables", "--format", "csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.parseInt(cells[2])));
  }

  /// The files below a folder of the lake, and when they were written.
  ///
  /// @param below empty for all
  Map<Path, FileTime> files(String below) throws IOException {
    try (Stream<Path> walk = Files.walk(folder.resolve(below))) {
      Map<Path, FileTime> files = new HashMap<>();
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("lake.log") && !file.endsWith(".lock")) {
          files.put(file, Files.getLastModifiedTime(file));
        }
      }
      return files;
    }
  }
}
