package dev.fedbytweets.tables.silver;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what cleaning had to mend, by name. Not safe for use by several threads.
public final class CorrectionCounts {

  private final SortedMap<String, Long> byName = new TreeMap<>();

  /// Counts one more.
  public void count(String name) {
    byName.merge(name, 1L, Long::sum);
  }

  /// Adds what another one counted.
  public void addAll(CorrectionCounts others) {
    others.byName.forEach((name, count) -> byName.merge(name, count, Long::sum));
  }

  /// How often each was counted; a view.
  public SortedMap<String, Long> byName() {
    return Collections.unmodifiableSortedMap(byName);
  }
}
