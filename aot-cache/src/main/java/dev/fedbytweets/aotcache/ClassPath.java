package dev.fedbytweets.aotcache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a cache was made for: the JVM, and the content of the jars in their order. JVMs do not
/// look at all of this themselves: JDK 25 takes a cache though jars were changed or added, and
/// then runs the classes of the cache.
///
/// @param lines one for the JVM, then one for each jar
record ClassPath(List<String> lines) {

  ClassPath {
    lines = List.copyOf(lines);
  }

  /// Of an image as it is now, with the JVM of this process.
  static ClassPath of(FunctionImage image) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("JVM " + System.getProperty("java.vm.version") + " " + System.getProperty("os.arch"));
    for (String folder : List.of("app", "lib")) {
      try (Stream<Path> files = Files.list(image.root().resolve(folder))) {
        List<String> names =
            files
                .map(file -> file.getFileName().toString())
                .filter(ClassPath::isJar)
                .sorted()
                .toList();
        for (String name : names) {
          lines.add("%s/%s %s".formatted(folder, name, hash(image.root().resolve(folder, name))));
        }
      }
    }
    return new ClassPath(lines);
  }

  /// As it was written down with [#write(Path)].
  static ClassPath read(Path file) throws IOException {
    return new ClassPath(Files.readAllLines(file));
  }

  void write(Path file) throws IOException {
    Files.write(file, lines);
  }

  /// The first thing that is different here, for a person to read.
  Optional<String> differenceTo(ClassPath other) {
    Optional<String> gone = other.lines.stream().filter(line -> !lines.contains(line)).findFirst();
    Optional<String> added = lines.stream().filter(line -> !other.lines.contains(line)).findFirst();
    return added
        .map(line -> "%s is new or was changed".formatted(line))
        .or(() -> gone.map(line -> "%s is gone".formatted(line)));
  }

  private static boolean isJar(String name) {
    return name.endsWith(".jar");
  }

  private static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
