package dev.fedbytweets.core.metrics;

import java.math.BigDecimal;

/// Takes measured values, each as it comes, for whoever watches the lake.
///
/// A value is put after what it tells of is stored, and by who stored it: an invocation that is
/// repeated does not put it again, one that is killed in between never does. So what is watched
/// never counts twice; what is certain stands in the lake.
@FunctionalInterface
public interface Metrics {

  /// Nobody watches.
  Metrics NONE = (_, _) -> {};

  /// Takes a value.
  void put(Metric metric, BigDecimal value);

  /// Takes a count.
  default void put(Metric metric, long count) {
    put(metric, BigDecimal.valueOf(count));
  }
}
