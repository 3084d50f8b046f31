package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
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

  private static final int NONE = -1;

  private final BronzeRows<B> bronze;
  private final Batch batch;
  private final Sightings sightings;
  private final Cleaning<B, S> cleaning;
  private final Corrections corrections = new Corrections();

  /// Which sighting each row of the batch is the newest of; [#NONE] for rows that are not wanted.
  private final int[] sightingOfRow;

  /// @param batch after its comparison with silver
  News(BronzeRows<B> bronze, Batch batch, Cleaning<B, S> cleaning) {
    this.bronze = bronze;
    this.batch = batch;
    this.sightings = batch.sightings();
    this.cleaning = cleaning;
    sightingOfRow = new int[batch.rows()];
    Arrays.fill(sightingOfRow, NONE);
    for (int sighting = 0; sighting < sightings.size(); sighting++) {
      if (!sightings.isOutdated(sighting)) {
        sightingOfRow[sightings.row(sighting)] = sighting;
      }
    }
  }

  /// Takes a row.
  @FunctionalInterface
  interface Rows<S> {

    /// @param day of the partition to which it belongs
    void accept(int day, S row);
  }

  /// How many rows there are.
  int size() {
    return sightings.news();
  }

  /// What cleaning mended in the rows given out so far.
  Corrections corrections() {
    return corrections;
  }

  /// Counts the rows of each day.
  void countDays(Map<Integer, Long> counts) {
    for (int sighting : sightingOfRow) {
      if (sighting != NONE) {
        counts.merge(sightings.day(sighting), 1L, Long::sum);
      }
    }
  }

  /// Gives out the rows of some days, cleaned.
  void forEach(IntPredicate isWanted, Rows<S> consumer) {
    bronze.forEach(
        row -> sightingOfRow[row] != NONE && isWanted.test(sightings.day(sightingOfRow[row])),
        (row, value) -> {
          int sighting = sightingOfRow[row];
          History history =
              new History(Times.instant(sightings.firstRetrievedAt(sighting)), batch.chains());
          consumer.accept(
              sightings.day(sighting), cleaning.clean(value, history, corrections));
        });
  }

  /// Sets aside what cannot be used, page by page.
  void setAside(Quarantine quarantine, Entity entity) {
    BitSet wanted = new BitSet();
    batch.setAside().forEach(row -> wanted.set(row.row()));
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, List<String>> linesByPage = new TreeMap<>();
    int[] next = {0};
    bronze.forEach(
        wanted::get,
        (row, value) -> {
          Batch.SetAside aside = batch.setAside().get(next[0]++);
          linesByPage
              .computeIfAbsent(aside.page(), page -> new ArrayList<>())
              .add(cleaning.quarantineLine(value, aside.reason()));
        });
    linesByPage.forEach((page, lines) -> quarantine.setAside(Layer.SILVER, entity, page, lines));
  }
}
