package dev.fedbytweets.core.metrics;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/// Adds up the values that are put, for tests. Safe for use by several threads.
public final class RecordedMetrics implements Metrics {

  private final Map<Metric, BigDecimal> sums = new EnumMap<>(Metric.class);

  @Override
  public synchronized void put(Metric metric, BigDecimal value) {
    sums.merge(metric, value, BigDecimal::add);
  }

  /// The sum of a metric's values, 0 if there are none.
  public synchronized BigDecimal sum(Metric metric) {
    return sums.getOrDefault(metric, BigDecimal.ZERO);
  }

  /// The sum of a metric that counts.
  public long count(Metric metric) {
    return sum(metric).longValueExact();
  }
}
