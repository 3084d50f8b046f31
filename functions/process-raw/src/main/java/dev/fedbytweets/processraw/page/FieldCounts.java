package dev.fedbytweets.processraw.page;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often fields were seen, by path. Whatever pages say, it stays small enough for a step's
/// output: the first 100 paths are counted separately, all others as [#OTHER], and paths are cut at
/// 100 characters. Not safe for use by several threads.
public final class FieldCounts {

  /// Stands for all fields beyond the first 100.
  public static final String OTHER = "other";

  private static final int MOST_PATHS = 100;
  private static final int LONGEST_PATH = 100;

  private final SortedMap<String, Long> counts = new TreeMap<>();

  /// Counts one field, once.
  public void add(String path) {
    add(path, 1);
  }

  /// Adds what another page counted.
  public void addAll(Map<String, Long> others) {
    others.forEach(this::add);
  }

  /// The counts so far; unmodifiable.
  public SortedMap<String, Long> toMap() {
    return counts.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  private void add(String path, long times) {
    String name = WellFormed.text(path.substring(0, Math.min(path.length(), LONGEST_PATH)));
    counts.merge(hasRoomFor(name) ? name : OTHER, times, Long::sum);
  }

  private boolean hasRoomFor(String name) {
    return counts.containsKey(name) || counts.size() < MOST_PATHS;
  }
}
