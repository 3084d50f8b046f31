package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.tables.files.RecordMapping;
import dev.fedbytweets.tables.files.RowFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;

/// The bronze rows of a merge, reduced to the newest look at each key. Keeps where rows stand,
/// not the rows.
final class Batch {

  /// How long after its creation a post can be edited, according to X's documentation.
  private static final Duration EDIT_WINDOW = Duration.ofHours(1);

  private final Cleaning<?, ?> cleaning;
  private final Map<Key, Sighting> sightings = new HashMap<>();
  private final List<SetAside> setAside = new ArrayList<>();
  private final EditChains chains = new EditChains();
  private final Set<LocalDate> days = new TreeSet<>();
  private final Map<String, String> fileNames = new HashMap<>();
  private long read;

  private Batch(Cleaning<?, ?> cleaning) {
    this.cleaning = cleaning;
  }

  /// A row that cannot be used.
  ///
  /// @param file which of the bronze files holds it
  /// @param row which row of the file it is, from 0
  record SetAside(int file, int row, String reason) {}

  static Batch of(Table bronze, List<DataFile> files, Cleaning<?, ?> cleaning) {
    Batch batch = new Batch(cleaning);
    Schema columns = RecordMapping.projection(Identity.class, bronze.schema());
    RecordMapping<Identity> mapping = new RecordMapping<>(Identity.class, columns);
    for (int file = 0; file < files.size(); file++) {
      FileReading reading = batch.new FileReading(file, mapping);
      RowFiles.forEach(bronze, files.get(file), columns, reading::add);
    }
    return batch;
  }

  /// How many rows there are.
  long read() {
    return read;
  }

  /// The newest look at the key, or null.
  Sighting sighting(Key key) {
    return sightings.get(key);
  }

  Collection<Sighting> sightings() {
    return sightings.values();
  }

  List<SetAside> setAside() {
    return setAside;
  }

  EditChains chains() {
    return chains;
  }

  /// The days on which silver may hold rows that this batch changes.
  Set<LocalDate> days() {
    return days;
  }

  private void addUsable(Identified.Usable usable, Identity identity, int file, int row) {
    Sighting known = sightings.get(usable.key());
    if (known == null) {
      sightings.put(usable.key(), new Sighting(identity, file, row, usable.day()));
    } else {
      known.add(identity, file, row);
    }
    if (usable.day() != null) {
      days.add(dayOf(usable.day()));
      days.add(dayOf(usable.day().plus(EDIT_WINDOW)));
    }
    if (usable.versions().size() > 1) {
      chains.add(usable.versions().getFirst(), (Long) usable.key().id());
      usable.versions().stream()
          .filter(Snowflake::carriesTime)
          .forEach(version -> days.add(dayOf(Snowflake.timeOf(version))));
    }
  }

  private static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private final class FileReading {

    private final int file;
    private final RecordMapping<Identity> mapping;
    private int row;

    FileReading(int file, RecordMapping<Identity> mapping) {
      this.file = file;
      this.mapping = mapping;
    }

    void add(Record columns) {
      Identity identity = shared(mapping.toRecord(columns));
      switch (cleaning.identify(identity)) {
        case Identified.Usable usable -> addUsable(usable, identity, file, row);
        case Identified.Unusable(String reason) -> setAside.add(new SetAside(file, row, reason));
      }
      row++;
      read++;
    }

    /// The same with a file name that all rows of the page share, since they stay in memory.
    private Identity shared(Identity identity) {
      return new Identity(
          identity.id(),
          identity.subject(),
          identity.createdAt(),
          identity.editHistory(),
          identity.retrievedAt(),
          fileNames.computeIfAbsent(identity.fileName(), name -> name));
    }
  }
}
