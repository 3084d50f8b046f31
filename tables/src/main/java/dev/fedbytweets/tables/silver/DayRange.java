package dev.fedbytweets.tables.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Days that follow each other in a merge and whose partitions are written together: as many as fit
/// into the buffers of their open files, so that memory does not grow with the number of days.
///
/// @param first in days since 1970
/// @param last not before the first
record DayRange(int first, int last) {

  /// What all open files together may hold in memory, in bytes.
  static final long BUFFERS = 16L << 20;

  /// What an open file takes before its first row, and for each row until a row group is worth
  /// being written.
  private static final long BYTES_OF_FILE = 256L << 10;

  private static final long BYTES_OF_ROW = 400;
  private static final long BYTES_OF_ROW_GROUP = 2L << 20;

  /// Divides the days that have rows.
  ///
  /// @param rowsByDay how many rows are written to the partition of each day
  static List<DayRange> divide(SortedMap<Integer, Long> rowsByDay) {
    List<DayRange> batches = new ArrayList<>();
    long buffers = 0;
    for (Map.Entry<Integer, Long> day : rowsByDay.entrySet()) {
      long buffer = BYTES_OF_FILE + Math.min(day.getValue() * BYTES_OF_ROW, BYTES_OF_ROW_GROUP);
      if (batches.isEmpty() || buffers + buffer > BUFFERS) {
        batches.add(new DayRange(day.getKey(), day.getKey()));
        buffers = buffer;
      } else {
        batches.set(batches.size() - 1, new DayRange(batches.getLast().first, day.getKey()));
        buffers += buffer;
      }
    }
    return batches;
  }

  boolean contains(int day) {
    return first <= day && day <= last;
  }
}
