package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.LiveFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The rows of a bronze increment as far as merging goes: the latest row of each key, and the rows
/// that cannot be used. Rows are known by their numbers in the increment.
final class IncomingRows {

  private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

  private final LatestIncoming latest = new LatestIncoming();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<Integer> days = new TreeSet<>();
  private final Map<RowVersion, RowVersion> versionsOfPages = new HashMap<>();
  private RowVersion version = RowVersion.incoming(true, true, 0, "");
  private int lastDay;
  private int rows;

  private IncomingRows() {}

  /// A row that cannot be used.
  ///
  /// @param row its number
  /// @param page the key of its page below `raw/`
  record Rejection(int row, String page, String reason) {}

  /// Reads the columns of an increment that decide about merging.
  static IncomingRows read(BronzeIncrement increment, Cleaning<?, ?> cleaning) {
    IncomingRows incoming = new IncomingRows();
    for (LiveFile file : increment.files()) {
      try (ColumnFileReader columns = new ColumnFileReader(increment.bronze(), file)) {
        incoming.read(columns, cleaning);
      }
    }
    return incoming;
  }

  /// How many rows there are.
  int rows() {
    return rows;
  }

  /// The latest row of each key.
  LatestIncoming latest() {
    return latest;
  }

  /// The rows that go to quarantine, in the order of their numbers.
  List<Rejection> rejections() {
    return rejections;
  }

  /// The days on which silver may hold rows that these rows change, since 1970.
  Set<Integer> days() {
    return days;
  }

  private void read(ColumnFileReader file, Cleaning<?, ?> cleaning) {
    Cleaning.KeyReader keys = cleaning.keys(file);
    VersionColumns versions = new VersionColumns(file);
    while (file.rowsAhead() > 0) {
      int end = rows + file.rowsAhead();
      file.openRowGroup();
      for (; rows < end; rows++) {
        add(keys.next(), sharedOnPage(versions.next()));
      }
    }
  }

  private void add(ResolvedKey resolution, RowVersion row) {
    switch (resolution) {
      case ResolvedKey.Usable(Key key, Instant partitionTime, List<Instant> relatedTimes) -> {
        int day = partitionTime == null ? LatestIncoming.UNPARTITIONED : day(partitionTime);
        latest.add(key, row, rows, day);
        addDay(day);
        relatedTimes.forEach(time -> addDay(day(time)));
      }
      case ResolvedKey.Rejected(String reason) ->
          rejections.add(new Rejection(rows, row.fileName(), reason));
    }
  }

  /// Rows of a day mostly follow each other.
  private void addDay(int day) {
    if (days.isEmpty() || day != lastDay) {
      days.add(day);
      lastDay = day;
    }
  }

  private static int day(Instant time) {
    return Math.toIntExact(Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY));
  }

  /// Equal versions are one object, since it stays in memory: most rows of a page have the same.
  private RowVersion sharedOnPage(RowVersion row) {
    if (!row.equals(version)) {
      version = versionsOfPages.computeIfAbsent(row, known -> known);
    }
    return version;
  }
}
