package dev.fedbytweets.aotcache;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The command line: trains a function, or checks what training left. It needs the jars and the
/// JVM that will run the function, the loopback network, and nothing else.
public final class AotCacheMain {

  private static final String USAGE =
      """
      usage: train FUNCTION ROOT ENTRYPOINT    writes the ahead-of-time cache ROOT/function.aot
             check FUNCTION ROOT ENTRYPOINT    proves that a fresh process takes it

      FUNCTION    get-tweets, process-raw, to-silver, maintain, forget, comply, label-posts or to-gold
      ROOT        holds app/ and lib/ with the function's jars, as in the image
      ENTRYPOINT  the images' entry point
      """;

  private AotCacheMain() {}

  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "logback-aot-cache.xml");
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /// @return 0 done, 1 failed, 2 called wrongly
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 4 || !List.of("train", "check").contains(arguments.getFirst())) {
      err.print(USAGE);
      return 2;
    }
    try {
      Function function = Function.named(arguments.get(1));
      FunctionImage image = new FunctionImage(Path.of(arguments.get(2)), Path.of(arguments.get(3)));
      out.println(
          arguments.getFirst().equals("train") ? train(image, function) : check(image, function));
      return 0;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    } catch (RefusedException e) {
      err.println(e.getMessage());
      return 1;
    } catch (Exception e) {
      e.printStackTrace(err);
      return 1;
    }
  }

  private static String train(FunctionImage image, Function function) throws Exception {
    Path objects = Files.createTempDirectory("objects");
    try {
      Path cache = Training.train(image, function, objects);
      return "%s is trained: %s, %d MB"
          .formatted(function.hyphenated(), cache, Files.size(cache) >> 20);
    } finally {
      remove(objects);
    }
  }

  private static String check(FunctionImage image, Function function) throws Exception {
    Path objects = Files.createTempDirectory("objects");
    try {
      LoadedClasses classes = CacheCheck.check(image, function, objects);
      return "%s takes its cache: %.1f %% of %d classes come from it"
          .formatted(
              function.hyphenated(),
              100 * classes.share(),
              classes.fromCache() + classes.elsewhere().size());
    } finally {
      remove(objects);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
