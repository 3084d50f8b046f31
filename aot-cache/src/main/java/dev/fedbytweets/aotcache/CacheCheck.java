package dev.fedbytweets.aotcache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Proves that a fresh process takes the ahead-of-time cache of a function, and that it serves
/// the function's usual work.
final class CacheCheck {

  /// The share of classes that must come from the cache.
  private static final double ENOUGH = 0.99;

  private static final int EXAMPLES = 20;

  private CacheCheck() {}

  /// Starts the function, and has it work.
  ///
  /// @param objects an empty folder for the stand-in of S3
  /// @return where its classes came from
  /// @throws RefusedException if the cache is not there, not accepted, or of little use
  static LoadedClasses check(FunctionImage image, Function function, Path objects)
      throws Exception {
    requireCacheOfTheseJars(image);
    Path log = Files.createTempFile("classes", ".log");
    try (FakeEnvironment environment = FakeEnvironment.start(objects)) {
      Record event = UsualWork.in(environment).next(function);
      work(
          image,
          function,
          List.of("-XX:AOTMode=on", LoadedClasses.option(log)),
          environment,
          event);
      LoadedClasses classes = LoadedClasses.read(log);
      requireEnough(image, classes);
      return classes;
    } finally {
      Files.delete(log);
    }
  }

  private static void requireCacheOfTheseJars(FunctionImage image) throws IOException {
    if (!Files.exists(image.cache()) || !Files.exists(image.trainedFor())) {
      throw new RefusedException("there is no cache %s: train first".formatted(image.cache()));
    }
    Optional<String> difference =
        ClassPath.of(image).differenceTo(ClassPath.read(image.trainedFor()));
    if (difference.isPresent()) {
      throw new RefusedException(
          "%s was made for another JVM or other jars: %s. Train again"
              .formatted(image.cache(), difference.get()));
    }
  }

  private static void work(
      FunctionImage image,
      Function function,
      List<String> javaOptions,
      FakeEnvironment environment,
      Record event)
      throws Exception {
    try (RunningFunction process =
        RunningFunction.start(image, function, javaOptions, environment.variables())) {
      try {
        process.perform(event);
        process.end();
      } catch (IllegalStateException e) {
        throw new RefusedException(reason(image, process.output()), e);
      }
    }
  }

  private static String reason(FunctionImage image, String output) {
    String complaints =
        output
            .lines()
            .filter(line -> line.contains("[aot") || line.contains("AOT cache"))
            .distinct()
            .collect(Collectors.joining("\n  "));
    return complaints.isEmpty()
        ? "the function failed, which wrote:\n" + output
        : "the JVM does not accept %s: it is broken, or was made with other options. Train again. The JVM says:%n  %s"
            .formatted(image.cache(), complaints);
  }

  private static void requireEnough(FunctionImage image, LoadedClasses classes) {
    if (classes.share() < ENOUGH) {
      throw new RefusedException(
          "only %.1f %% of the classes come from %s: training leaves out a part of the usual work. From elsewhere come, among others:%n  %s"
              .formatted(
                  100 * classes.share(),
                  image.cache(),
                  classes.elsewhere().stream()
                      .limit(EXAMPLES)
                      .collect(Collectors.joining("\n  "))));
    }
  }
}
