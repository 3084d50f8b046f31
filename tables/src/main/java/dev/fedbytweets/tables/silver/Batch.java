package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/// The bronze rows of a merge, reduced to the newest look at each key. Keeps where rows stand,
/// not the rows. Rows are numbered through all files, from 0.
final class Batch {

  /// How long after its creation a post can be edited, according to X's documentation.
  private static final Duration EDIT_WINDOW = Duration.ofHours(1);

  private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

  private final Cleaning<?, ?> cleaning;
  private final Sightings sightings = new Sightings();
  private final List<SetAside> setAside = new ArrayList<>();
  private final EditChains chains = new EditChains();
  private final Set<Integer> days = new TreeSet<>();
  private final Map<Look, Look> looks = new HashMap<>();
  private Look look = new Look(0, "");
  private int lastDay;
  private int rows;

  private Batch(Cleaning<?, ?> cleaning) {
    this.cleaning = cleaning;
  }

  /// A row that cannot be used.
  ///
  /// @param row which of the batch it is
  /// @param page the key of its page
  record SetAside(int row, String page, String reason) {}

  static Batch of(Table bronze, List<DataFile> files, Cleaning<?, ?> cleaning) {
    Batch batch = new Batch(cleaning);
    for (DataFile file : files) {
      try (ColumnFileReader columns = new ColumnFileReader(bronze, file)) {
        batch.add(columns);
      }
    }
    return batch;
  }

  /// How many rows there are.
  int rows() {
    return rows;
  }

  Sightings sightings() {
    return sightings;
  }

  /// In the order of their rows.
  List<SetAside> setAside() {
    return setAside;
  }

  EditChains chains() {
    return chains;
  }

  /// The days on which silver may hold rows that this batch changes, since 1970.
  Set<Integer> days() {
    return days;
  }

  private void add(ColumnFileReader file) {
    Column<String> ids = file.texts("id");
    Column<String> subjects = file.texts("subject");
    Column<String> createdAt = file.texts("created_at");
    Column<List<String>> editHistories = file.textLists("edit_history");
    Column<Long> retrievedAt = file.longs("retrieved_at");
    Column<String> fileNames = file.texts("file_name");
    while (file.rowsAhead() > 0) {
      int end = rows + file.rowsAhead();
      file.openRowGroup();
      for (; rows < end; rows++) {
        Identity identity =
            new Identity(ids.next(), subjects.next(), createdAt.next(), editHistories.next());
        add(identity, look(retrievedAt.next(), fileNames.next()));
      }
    }
  }

  private void add(Identity identity, Look seen) {
    switch (cleaning.identify(identity)) {
      case Identified.Usable usable -> add(usable, seen);
      case Identified.Unusable(String reason) ->
          setAside.add(new SetAside(rows, seen.fileName(), reason));
    }
  }

  private void add(Identified.Usable usable, Look seen) {
    int day = usable.day() == null ? Sightings.NO_DAY : dayOf(usable.day());
    sightings.add(usable.key(), seen, rows, day);
    if (usable.day() != null) {
      addDay(day);
      addDay(dayOf(usable.day().plus(EDIT_WINDOW)));
    }
    if (usable.versions().size() > 1) {
      chains.add(usable.versions().getFirst(), (Long) usable.key().id());
      usable.versions().stream()
          .filter(Snowflake::carriesTime)
          .forEach(version -> addDay(dayOf(Snowflake.timeOf(version))));
    }
  }

  /// Rows of a day mostly follow each other.
  private void addDay(int day) {
    if (days.isEmpty() || day != lastDay) {
      days.add(day);
      lastDay = day;
    }
  }

  private static int dayOf(Instant time) {
    return Math.toIntExact(Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY));
  }

  /// One for all rows of a page, since it stays in memory.
  private Look look(long retrievedAt, String fileName) {
    if (retrievedAt != look.retrievedAt() || !fileName.equals(look.fileName())) {
      look = looks.computeIfAbsent(new Look(retrievedAt, fileName), seen -> seen);
    }
    return look;
  }
}
