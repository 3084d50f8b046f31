package dev.fedbytweets.bench.start;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.FunctionImage;
import dev.fedbytweets.aotcache.Training;
import dev.fedbytweets.bench.rounds.BenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The functions as in their images: with an ahead-of-time cache.
public final class TrainedImage {

  private static final Path FUNCTIONS = Path.of("functions");
  private static final Path ENTRY_POINT = Path.of("docker", "entrypoint");

  private TrainedImage() {}

  /// Copies a packaged function and trains the copy: a cache beside the module's own jars would
  /// go stale.
  ///
  /// @param folder the folder of the copy
  /// @throws BenchException if the function's module is not packaged
  public static FunctionImage of(Function function, Path folder) throws Exception {
    Path packaged = FUNCTIONS.resolve(function.hyphenated()).resolve("target").resolve("image");
    if (!Files.isDirectory(packaged)) {
      throw new BenchException(
          "%s is not packaged: start bench/run in the project's folder".formatted(packaged));
    }
    Path root = folder.resolve(function.hyphenated());
    for (String jars : List.of("app", "lib")) {
      Files.createDirectories(root.resolve(jars));
      try (Stream<Path> files = Files.list(packaged.resolve(jars))) {
        for (Path jar : files.toList()) {
          Path copy = root.resolve(jars).resolve(jar.getFileName());
          Files.copy(jar, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    FunctionImage image = new FunctionImage(root, ENTRY_POINT);
    Training.train(image, function, Files.createTempDirectory(folder, "training"));
    return image;
  }
}
