package dev.fedbytweets.tables.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Days that follow each other in a merge and whose partitions are written together: as many as
/// the buffers of their open files may take.
///
/// @param first in days since 1970
/// @param last not before the first
record DaysAtOnce(int first, int last) {

  /// What all open files together may hold in memory.
  static final long BUFFERS = 16L << 20;

  /// What an open file takes before its first row, and for each row until a row group is worth
  /// being written.
  private static final long BYTES_OF_FILE = 256L << 10;

  private static final long BYTES_OF_ROW = 400;
  private static final long BYTES_OF_ROW_GROUP = 2L << 20;

  /// All days that have rows, in groups.
  static List<DaysAtOnce> plan(List<ChangedFile> changed, News<?, ?> news) {
    TreeMap<Integer, Long> rowsByDay = new TreeMap<>();
    changed.forEach(file -> rowsByDay.merge(Comparison.dayOf(file), file.kept(), Long::sum));
    news.countDays(rowsByDay);
    return plan(rowsByDay);
  }

  static List<DaysAtOnce> plan(TreeMap<Integer, Long> rowsByDay) {
    List<DaysAtOnce> groups = new ArrayList<>();
    long buffers = 0;
    for (Map.Entry<Integer, Long> day : rowsByDay.entrySet()) {
      long buffer = BYTES_OF_FILE + Math.min(day.getValue() * BYTES_OF_ROW, BYTES_OF_ROW_GROUP);
      if (groups.isEmpty() || buffers + buffer > BUFFERS) {
        groups.add(new DaysAtOnce(day.getKey(), day.getKey()));
        buffers = buffer;
      } else {
        groups.set(groups.size() - 1, new DaysAtOnce(groups.getLast().first, day.getKey()));
        buffers += buffer;
      }
    }
    return groups;
  }

  boolean contains(int day) {
    return first <= day && day <= last;
  }
}
