package dev.fedbytweets.core.metrics;

import java.math.BigDecimal;

/// Takes measured values, each as it is measured, for whoever watches the lake.
///
/// The code that stores something puts its value afterwards. So an invocation that is repeated
/// does not put a value again, and one that is killed in between never puts it: metrics never
/// count twice, but may miss something. The exact numbers are in the lake.
@FunctionalInterface
public interface Metrics {

  /// Drops all values.
  Metrics NONE = (_, _) -> {};

  /// Takes a value.
  void put(Metric metric, BigDecimal value);

  /// Takes a count.
  default void put(Metric metric, long count) {
    put(metric, BigDecimal.valueOf(count));
  }
}
