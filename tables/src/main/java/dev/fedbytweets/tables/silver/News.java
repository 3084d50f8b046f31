package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Quarantine;
import dev.fedbytweets.tables.files.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// The rows of a batch that silver does not have yet, read from bronze a second time and cleaned.
final class News<B extends Record, S extends Record> {

  /// In place of the day of a row that is not wanted.
  private static final int UNWANTED = Integer.MIN_VALUE;

  private final BronzeRows<B> bronze;
  private final Cleaning<B, S> cleaning;
  private final List<Batch.SetAside> setAside;
  private final EditChains chains;
  private final Corrections corrections = new Corrections();
  private final int size;

  /// For each row of the batch the day of its partition, or [#UNWANTED].
  private final int[] days;

  /// For each wanted row when its key was first seen, in microseconds.
  private final long[] firstRetrievedAt;

  /// Takes from the batch what writing needs; the batch itself is not needed any more.
  ///
  /// @param batch after its comparison with silver
  News(BronzeRows<B> bronze, Batch batch, Cleaning<B, S> cleaning) {
    this.bronze = bronze;
    this.cleaning = cleaning;
    this.setAside = batch.setAside();
    this.chains = batch.chains();
    this.size = batch.sightings().news();
    this.days = new int[batch.rows()];
    this.firstRetrievedAt = new long[batch.rows()];
    Arrays.fill(days, UNWANTED);
    Sightings sightings = batch.sightings();
    for (int sighting = 0; sighting < sightings.size(); sighting++) {
      if (!sightings.isOutdated(sighting)) {
        int row = sightings.row(sighting);
        days[row] = sightings.day(sighting);
        firstRetrievedAt[row] = sightings.firstRetrievedAt(sighting);
      }
    }
  }

  /// Takes a row.
  @FunctionalInterface
  interface Rows<S> {

    /// @param day of the partition to which it belongs
    void accept(int day, S row);
  }

  /// What a merge of these does to the rows of the batch.
  Counts counts() {
    long read = days.length;
    return new Counts(read, size, setAside.size(), read - size - setAside.size());
  }

  /// What cleaning mended in the rows given out so far.
  Corrections corrections() {
    return corrections;
  }

  /// Counts the rows of each day.
  void countDays(Map<Integer, Long> counts) {
    for (int day : days) {
      if (day != UNWANTED) {
        counts.merge(day, 1L, Long::sum);
      }
    }
  }

  /// Gives out the rows of some days, cleaned.
  void forEach(IntPredicate isWanted, Rows<S> consumer) {
    bronze.forEach(
        row -> days[row] != UNWANTED && isWanted.test(days[row]),
        (row, value) -> {
          History history = new History(Times.instant(firstRetrievedAt[row]), chains);
          consumer.accept(days[row], cleaning.clean(value, history, corrections));
        });
  }

  /// Sets aside what cannot be used, page by page.
  void setAside(Quarantine quarantine, Entity entity) {
    BitSet wanted = new BitSet();
    setAside.forEach(row -> wanted.set(row.row()));
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, List<String>> linesByPage = new TreeMap<>();
    int[] next = {0};
    bronze.forEach(
        wanted::get,
        (row, value) -> {
          Batch.SetAside aside = setAside.get(next[0]++);
          linesByPage
              .computeIfAbsent(aside.page(), page -> new ArrayList<>())
              .add(cleaning.quarantineLine(value, aside.reason()));
        });
    linesByPage.forEach((page, lines) -> quarantine.add(Layer.SILVER, entity, page, lines));
  }
}
