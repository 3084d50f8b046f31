package dev.fedbytweets.aotcache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a JVM took its classes from. Classes that are made while it runs, such as proxies, are
/// not counted: no cache can hold them.
///
/// @param fromCache how many came from the ahead-of-time cache
/// @param elsewhere names of those that were read from jars or the JDK instead
public record LoadedClasses(int fromCache, List<String> elsewhere) {

  private static final String SOURCE = " source: ";
  private static final String CACHE = "shared objects file";

  public LoadedClasses {
    elsewhere = List.copyOf(elsewhere);
  }

  /// The option that has a JVM log what [#read] reads.
  static String option(Path log) {
    return "-Xlog:class+load:file=" + log + ":none";
  }

  /// @param log written by a JVM with [#option]
  static LoadedClasses read(Path log) throws IOException {
    int fromCache = 0;
    List<String> elsewhere = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      int separator = line.indexOf(SOURCE);
      if (separator < 0) {
        continue;
      }
      String source = line.substring(separator + SOURCE.length());
      if (source.startsWith(CACHE)) {
        fromCache++;
      } else if (source.startsWith("file:") || source.startsWith("jrt:")) {
        elsewhere.add(line.substring(0, separator));
      }
    }
    return new LoadedClasses(fromCache, elsewhere);
  }

  /// The part that came from the cache, 0 to 1.
  public double share() {
    return fromCache == 0 ? 0 : (double) fromCache / (fromCache + elsewhere.size());
  }
}
