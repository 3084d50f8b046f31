package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.util.PropertyUtil;

/// A batch held against what silver has: which files have to be written anew, and what changes in
/// them. Afterwards the batch's sightings know whether they are news, and its chains know the
/// versions that silver holds.
final class Comparison {

  private static final long DEFAULT_TARGET_BYTES = 64L << 20;

  private final Table silver;
  private final Batch batch;
  private final String dayColumn;
  private final List<ChangedFile> files;

  /// @param dayColumn by whose day silver is partitioned, null if it is not
  Comparison(Table silver, Batch batch, String dayColumn) {
    this.silver = silver;
    this.batch = batch;
    this.dayColumn = dayColumn;
    this.files = filesThatMayChange();
    files.forEach(this::compare);
    giveNewRowsAHome();
  }

  /// The files to be written anew.
  List<ChangedFile> changed() {
    return files.stream().filter(ChangedFile::hasChanged).toList();
  }

  /// The day of a file's partition, in days since 1970; [Sightings#NO_DAY] in a table without
  /// partitions.
  static int dayOf(ChangedFile file) {
    return file.file().partition().size() == 0
        ? Sightings.NO_DAY
        : file.file().partition().get(0, Integer.class);
  }

  private List<ChangedFile> filesThatMayChange() {
    List<ChangedFile> found = new ArrayList<>();
    if (silver.currentSnapshot() == null || batch.sightings().size() == 0) {
      return found;
    }
    try (CloseableIterable<FileScanTask> tasks =
        silver.newScan().filter(onDaysOfBatch()).planFiles()) {
      tasks.forEach(task -> found.add(new ChangedFile(task.file())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot plan a scan of " + silver.name(), e);
    }
    return found;
  }

  private Expression onDaysOfBatch() {
    return dayColumn == null
        ? Expressions.alwaysTrue()
        : Expressions.in(Expressions.day(dayColumn), batch.days().toArray());
  }

  private void compare(ChangedFile changes) {
    try (ColumnFileReader file = new ColumnFileReader(silver, changes.file())) {
      StoredRows rows = new StoredRows(file);
      int row = 0;
      while (file.rowsAhead() > 0) {
        int end = row + file.rowsAhead();
        file.openRowGroup();
        for (; row < end; row++) {
          rows.compareNext(changes, row);
        }
      }
    }
  }

  /// A partition must not get a file more with every run: new rows go into its smallest file.
  private void giveNewRowsAHome() {
    Sightings sightings = batch.sightings();
    Set<Integer> homeless = new TreeSet<>();
    for (int sighting = 0; sighting < sightings.size(); sighting++) {
      if (!sightings.isOutdated(sighting)) {
        homeless.add(sightings.day(sighting));
      }
    }
    changed().forEach(file -> homeless.remove(dayOf(file)));
    for (int day : homeless) {
      smallestOf(day)
          .filter(file -> file.file().fileSizeInBytes() < silverTargetBytes())
          .ifPresent(ChangedFile::change);
    }
  }

  private Optional<ChangedFile> smallestOf(int day) {
    return files.stream()
        .filter(file -> dayOf(file) == day)
        .min(Comparator.comparingLong(file -> file.file().fileSizeInBytes()));
  }

  private long silverTargetBytes() {
    return PropertyUtil.propertyAsLong(
        silver.properties(), "write.target-file-size-bytes", DEFAULT_TARGET_BYTES);
  }

  /// The columns of a silver file that decide what a newer look changes.
  private final class StoredRows {

    private final Column<Long> ids;
    private final Column<String> textIds;
    private final Column<String> subjects;
    private final Column<Long> retrievedAt;
    private final Column<Long> firstRetrievedAt;
    private final Column<String> fileNames;
    private final Column<Long> originals;
    private final Column<Boolean> latest;

    StoredRows(ColumnFileReader file) {
      boolean isText = silver.schema().findField("id").type().typeId() == TypeID.STRING;
      ids = isText ? null : file.longs("id");
      textIds = isText ? file.texts("id") : null;
      subjects = file.texts("subject");
      retrievedAt = file.longs("retrieved_at");
      firstRetrievedAt = file.longs("first_retrieved_at");
      fileNames = file.texts("file_name");
      originals = file.longs("original_id");
      latest = file.flags("is_latest_edit");
    }

    void compareNext(ChangedFile changes, int row) {
      String subject = subjects.next();
      Long original = originals.next();
      Boolean isLatest = latest.next();
      if (textIds == null) {
        long id = ids.next();
        compareSighting(batch.sightings().find(id, subject), changes, row);
        compareVersions(original, id, isLatest, changes, row);
      } else {
        compareSighting(batch.sightings().find(textIds.next()), changes, row);
      }
    }

    private void compareSighting(int sighting, ChangedFile changes, int row) {
      if (sighting < 0) {
        retrievedAt.skip(1);
        firstRetrievedAt.skip(1);
        fileNames.skip(1);
        return;
      }
      Look look = new Look(retrievedAt.next(), fileNames.next());
      if (batch.sightings().meet(sighting, look, firstRetrievedAt.next())) {
        if (batch.sightings().isOutdated(sighting)) {
          changes.seeEarlier(row, batch.sightings().firstRetrievedAt(sighting));
        } else {
          changes.replace(row);
        }
      }
    }

    /// Rows of silver know already of each other's versions: only the batch's can be news.
    private void compareVersions(
        Long original, long id, Boolean isLatest, ChangedFile changes, int row) {
      if (original == null) {
        return;
      }
      if (Boolean.TRUE.equals(isLatest) && batch.chains().isSuperseded(original, id)) {
        changes.supersede(row);
      }
      batch.chains().add(original, id);
    }
  }
}
