package dev.fedbytweets.bench.start;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.FunctionImage;
import dev.fedbytweets.aotcache.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The functions as in their images: with an ahead-of-time cache.
public final class TrainedImage {

  private TrainedImage() {}

  /// Copies a packaged function and trains the copy: a cache beside the module's own jars would
  /// go stale.
  ///
  /// @param functions the folder of the function modules, which must be packaged
  /// @param entryPoint the script that starts a function
  /// @param folder the folder of the copy
  public static FunctionImage of(Function function, Path functions, Path entryPoint, Path folder)
      throws Exception {
    Path packaged = functions.resolve(function.hyphenated()).resolve("target").resolve("image");
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
    FunctionImage image = new FunctionImage(root, entryPoint);
    Training.train(image, function, Files.createTempDirectory(folder, "training"));
    return image;
  }
}
