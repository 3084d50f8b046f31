package dev.fedbytweets.local.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts what cannot be imported, by its reason.
final class Rejections {

  private static final int MOST_RECORDS = 100;
  private static final int MOST_PLACES = 3;

  private long count;
  private long lost;
  private final List<RejectedRecord> first = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, List<RejectedRecord>> places = new LinkedHashMap<>();

  /// @param isLoss whether it cannot be found in the quarantine, and somebody will miss it
  void add(RejectedRecord record, boolean isLoss) {
    count++;
    lost += isLoss ? 1 : 0;
    addFirst(first, MOST_RECORDS, record);
    String reason = record.reason().summary();
    counts.merge(reason, 1L, Long::sum);
    addFirst(places.computeIfAbsent(reason, key -> new ArrayList<>()), MOST_PLACES, record);
  }

  long count() {
    return count;
  }

  long lost() {
    return lost;
  }

  /// The first hundred.
  List<RejectedRecord> first() {
    return first;
  }

  /// Each reason with how many have it and where the first ones are, in the order in which they
  /// came up.
  List<RejectedGroup> groups() {
    return counts.entrySet().stream()
        .map(entry -> new RejectedGroup(entry.getValue(), places.get(entry.getKey())))
        .toList();
  }

  private static void addFirst(List<RejectedRecord> records, int most, RejectedRecord record) {
    if (records.size() < most) {
      records.add(record);
    }
  }
}
