package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.RecordMapping;
import dev.fedbytweets.tables.files.RowFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/// A batch held against what silver has: which files have to be written anew. Afterwards the
/// batch's sightings know whether they are news, and its chains know the versions that silver
/// holds.
final class Comparison {

  private final Table silver;
  private final Batch batch;
  private final String dayColumn;
  private final List<DataFile> files;
  private final Set<DataFile> changed = new HashSet<>();

  /// @param dayColumn by whose day silver is partitioned, null if it is not
  Comparison(Table silver, Batch batch, String dayColumn) {
    this.silver = silver;
    this.batch = batch;
    this.dayColumn = dayColumn;
    this.files = filesThatMayChange();
    compare();
    markSuperseded();
    giveNewRowsAHome();
  }

  /// The files to be written anew.
  Set<DataFile> changed() {
    return changed;
  }

  /// The day of a partition, as Iceberg counts them: days since 1970; 0 in a table without
  /// partitions.
  static int dayOf(DataFile file) {
    return file.partition().size() == 0 ? 0 : file.partition().get(0, Integer.class);
  }

  /// The same for a row to come.
  static int dayOf(Sighting sighting) {
    return sighting.day() == null
        ? 0
        : (int) LocalDate.ofInstant(sighting.day(), ZoneOffset.UTC).toEpochDay();
  }

  private List<DataFile> filesThatMayChange() {
    List<DataFile> found = new ArrayList<>();
    if (silver.currentSnapshot() == null || batch.sightings().isEmpty()) {
      return found;
    }
    try (CloseableIterable<FileScanTask> tasks =
        silver.newScan().filter(onDaysOfBatch()).planFiles()) {
      tasks.forEach(task -> found.add(task.file()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot plan a scan of " + silver.name(), e);
    }
    return found;
  }

  private Expression onDaysOfBatch() {
    if (dayColumn == null) {
      return Expressions.alwaysTrue();
    }
    return Expressions.in(
        Expressions.day(dayColumn),
        batch.days().stream().map(day -> (int) day.toEpochDay()).toArray());
  }

  private void compare() {
    eachStored(
        (file, stored) -> {
          Sighting sighting = batch.sighting(stored.key());
          if (sighting != null && sighting.meet(stored)) {
            changed.add(file);
          }
          if (stored.originalId() != null) {
            batch.chains().add(stored.originalId(), (Long) stored.id());
          }
        });
  }

  private void markSuperseded() {
    if (batch.chains().isEmpty()) {
      return;
    }
    eachStored(
        (file, stored) -> {
          if (Boolean.TRUE.equals(stored.isLatestEdit())
              && batch.chains().isSuperseded(stored.originalId(), (Long) stored.id())) {
            changed.add(file);
          }
        });
  }

  /// A partition must not get a file more with every run: new rows go into its smallest file.
  private void giveNewRowsAHome() {
    Set<Integer> homeless = new HashSet<>();
    batch.sightings().stream()
        .filter(sighting -> !sighting.isOutdated())
        .forEach(sighting -> homeless.add(dayOf(sighting)));
    changed.forEach(file -> homeless.remove(dayOf(file)));
    for (int day : homeless) {
      smallestOf(day)
          .filter(file -> file.fileSizeInBytes() < silverTargetBytes())
          .ifPresent(changed::add);
    }
  }

  private Optional<DataFile> smallestOf(int day) {
    return files.stream()
        .filter(file -> dayOf(file) == day)
        .min(Comparator.comparingLong(DataFile::fileSizeInBytes));
  }

  private long silverTargetBytes() {
    return Long.parseLong(
        silver.properties().getOrDefault("write.target-file-size-bytes", "67108864"));
  }

  private void eachStored(StoredRow visitor) {
    Schema columns = RecordMapping.projection(Stored.class, silver.schema());
    RecordMapping<Stored> mapping = new RecordMapping<>(Stored.class, columns);
    for (DataFile file : files) {
      RowFiles.forEach(
          silver, file, columns, (Record row) -> visitor.visit(file, mapping.toRecord(row)));
    }
  }

  @FunctionalInterface
  private interface StoredRow {
    void visit(DataFile file, Stored stored);
  }
}
