package dev.fedbytweets.docker;

import dev.fedbytweets.aotcache.FakeEnvironment;
import dev.fedbytweets.aotcache.UsualWork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Measurements of a new container, from the start of its process to its second answer.
///
/// @param first seconds until the first answer
/// @param second seconds of the next invocation, with as much work
/// @param megabytes peak of resident memory
record Start(double first, double second, double megabytes) {

  /// Measures a new container on a lake that holds one run.
  ///
  /// @param javaOptions besides those of the entry point
  static Start of(Image image, ContainerLimits limits, String javaOptions) throws Exception {
    try (TemporaryFolder objects = TemporaryFolder.make();
        FakeEnvironment environment = FakeEnvironment.start(objects.path())) {
      UsualWork work = UsualWork.in(environment);
      Record event = work.next(image.function());
      Map<String, String> settings = new HashMap<>(environment.variables());
      settings.put("LAKE_JAVA_OPTIONS", javaOptions);
      try (FunctionContainer container = FunctionContainer.start(image, limits, settings)) {
        container.perform(event);
        Instant answered = Instant.now();
        double first = seconds(container.startedAt(), answered);
        Record next = work.next(image.function());
        Instant again = Instant.now();
        container.perform(next);
        double second = seconds(again, Instant.now());
        return new Start(first, second, container.memory().resident() / 1e6);
      }
    }
  }

  /// The median of all but the first, which warms the machine up.
  static double median(List<Start> starts, ToDoubleFunction<Start> value) {
    double[] sorted = starts.stream().skip(1).mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double seconds(Instant start, Instant end) {
    return Duration.between(start, end).toNanos() / 1e9;
  }
}
