package dev.fedbytweets.aotcache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes the ahead-of-time cache of a function: the JVM writes down what it loaded and linked.
public final class Training {

  private Training() {}

  /// Trains a function; an earlier cache is replaced.
  ///
  /// @param objects an empty folder for the stand-in of S3
  /// @return the cache
  /// @throws IllegalStateException if the function failed, or the JVM wrote no cache
  public static Path train(FunctionImage image, Function function, Path objects) throws Exception {
    Path cache = image.cache();
    Files.deleteIfExists(cache);
    try (FakeEnvironment environment =
            function == Function.FORGET
                ? FakeEnvironment.startVersioned()
                : FakeEnvironment.start(objects);
        RunningFunction process =
            RunningFunction.start(
                image, function, List.of("-XX:AOTCacheOutput=" + cache), environment.variables())) {
      new TrainingWorkload(environment, process).all(function);
      process.end();
      requireCache(cache, process);
      ClassPath.of(image).write(image.trainedFor());
    }
    return cache;
  }

  private static void requireCache(Path cache, RunningFunction process) throws IOException {
    if (!Files.exists(cache) || Files.size(cache) == 0) {
      throw new IllegalStateException(
          "the JVM did not write %s; it wrote:%n%s".formatted(cache, process.output()));
    }
  }
}
