package dev.fedbytweets.bench.start;

import java.util.List;

/// A way to start a function.
enum Variant {
  WITHOUT_CACHE("no cache, C1", "-XX:AOTMode=off"),
  WITHOUT_CACHE_ALL_COMPILERS("no cache, C2", "-XX:AOTMode=off -XX:TieredStopAtLevel=4"),
  CACHE("cache, C1", "-XX:AOTMode=on"),
  CACHE_ALL_COMPILERS("cache, C2", "-XX:AOTMode=on -XX:TieredStopAtLevel=4");

  private final String label;
  private final String javaOptions;

  Variant(String label, String javaOptions) {
    this.label = label;
    this.javaOptions = javaOptions;
  }

  String label() {
    return label;
  }

  /// The JVM options besides those of the entry point.
  List<String> javaOptions() {
    return List.of(javaOptions.split(" "));
  }
}
