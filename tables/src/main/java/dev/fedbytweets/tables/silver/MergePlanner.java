package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RowDeletes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.util.PropertyUtil;

/// Compares incoming rows with the rows that silver holds, and plans what changes in its files.
final class MergePlanner {

  private static final long DEFAULT_TARGET_BYTES = 64L << 20;

  private final Table silver;
  private final String keyColumn;
  private final RowDeletes deletes;
  private final String partitionColumn;
  private final IncomingRows incoming;
  private final LatestIncoming latest;
  private final Optional<CrossKeyFlag> crossKeyFlag;
  private boolean isChainChanged;

  /// @param keyColumn of silver
  /// @param deletes what other engines deleted of silver; the files that hold it are written anew
  /// @param partitionColumn by whose day silver is partitioned, null if it is not
  /// @param crossKeyFlag of silver rows by rows of other keys
  MergePlanner(
      Table silver,
      String keyColumn,
      RowDeletes deletes,
      String partitionColumn,
      IncomingRows incoming,
      Optional<CrossKeyFlag> crossKeyFlag) {
    this.silver = silver;
    this.keyColumn = keyColumn;
    this.deletes = deletes;
    this.partitionColumn = partitionColumn;
    this.incoming = incoming;
    this.latest = incoming.latest();
    this.crossKeyFlag = crossKeyFlag;
  }

  /// Plans. Afterwards [LatestIncoming] knows which incoming rows are inserted.
  ///
  /// @return the files to be written anew, and what changes in them
  List<FileChanges> plan() {
    List<FileChanges> files = filesThatMayChange();
    files.forEach(this::compare);
    if (isChainChanged) {
      files.forEach(this::flagAgain);
    }
    giveInsertsAFile(files);
    return files.stream().filter(FileChanges::isRewritten).toList();
  }

  private List<FileChanges> filesThatMayChange() {
    Map<String, LiveFile> files = new LinkedHashMap<>();
    deletes.changed().forEach(live -> files.put(live.file().location(), live));
    if (silver.currentSnapshot() != null && latest.size() > 0) {
      try (CloseableIterable<FileScanTask> tasks =
          silver.newScan().filter(onDaysOfIncomingRows()).planFiles()) {
        tasks.forEach(
            task -> files.computeIfAbsent(task.file().location(), key -> deletes.in(task.file())));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot plan a scan of " + silver.name(), e);
      }
    }
    return files.values().stream().map(FileChanges::new).toList();
  }

  private Expression onDaysOfIncomingRows() {
    return partitionColumn == null
        ? Expressions.alwaysTrue()
        : Expressions.in(Expressions.day(partitionColumn), incoming.days().toArray());
  }

  private void compare(FileChanges changes) {
    try (ColumnFileReader file = new ColumnFileReader(silver, changes.live())) {
      Supplier<Key> keys = keys(file);
      VersionColumns versions = new VersionColumns(file);
      Optional<CrossKeyFlag.StoredRows> flags = crossKeyFlag.map(rule -> rule.storedRows(file));
      int row = 0;
      while (file.rowsAhead() > 0) {
        int end = row + file.rowsAhead();
        file.openRowGroup();
        for (; row < end; row++) {
          Key key = keys.get();
          int number = latest.find(key);
          if (number < 0) {
            versions.skip();
          } else {
            merge(number, versions.next(), changes, row);
          }
          if (flags.isPresent()) {
            flag(flags.get(), key, changes, row);
          }
        }
      }
    }
  }

  private void flag(CrossKeyFlag.StoredRows flags, Key key, FileChanges changes, int row) {
    flags.next(key);
    if (flags.isSuperseded()) {
      changes.clearFlag(row);
    }
    if (flags.isChainChanged()) {
      changes.setChain(row, flags.chain());
      isChainChanged = true;
    }
  }

  /// A stored row that joins a chain was not compared with the stored rows of the chain before.
  private void flagAgain(FileChanges changes) {
    try (ColumnFileReader file = new ColumnFileReader(silver, changes.live())) {
      Supplier<Key> keys = keys(file);
      CrossKeyFlag.StoredRows flags = crossKeyFlag.orElseThrow().storedRows(file);
      int row = 0;
      while (file.rowsAhead() > 0) {
        int end = row + file.rowsAhead();
        file.openRowGroup();
        for (; row < end; row++) {
          flags.next(keys.get());
          if (flags.isSuperseded()) {
            changes.clearFlag(row);
          }
        }
      }
    }
  }

  /// @param key the number of the key that both have
  /// @param stored the row that silver holds
  /// @param row the stored row's number in its file
  private void merge(int key, RowVersion stored, FileChanges changes, int row) {
    RowVersion version = latest.version(key);
    switch (MergeRule.decide(version, stored)) {
      case REPLACE -> {
        changes.remove(row);
        latest.setFirstRetrievedAt(key, MergeRule.firstRetrievedAt(version, stored));
      }
      case SEEN_EARLIER -> {
        changes.setFirstRetrievedAt(row, version.firstRetrievedAt());
        latest.keepStored(key);
      }
      case KEEP -> latest.keepStored(key);
    }
  }

  private Supplier<Key> keys(ColumnFileReader file) {
    if (silver.schema().findField(keyColumn).type().typeId() == TypeID.STRING) {
      Column<String> ids = file.texts(keyColumn);
      return () -> new Key.TextKey(ids.next());
    }
    Column<Long> ids = file.longs(keyColumn);
    Column<String> subjects = file.texts("subject");
    return () -> new Key.NumberKey(ids.next(), subjects.next());
  }

  /// A partition must not get another file with every run: new rows go into a file that changes
  /// anyway, or into the smallest one unless it is full.
  private void giveInsertsAFile(List<FileChanges> files) {
    Set<Integer> days = new TreeSet<>();
    for (int key = 0; key < latest.size(); key++) {
      if (latest.isInserted(key)) {
        days.add(latest.partitionDay(key));
      }
    }
    files.stream()
        .filter(FileChanges::isRewritten)
        .forEach(file -> days.remove(file.partitionDay()));
    long targetBytes =
        PropertyUtil.propertyAsLong(
            silver.properties(),
            TableProperties.WRITE_TARGET_FILE_SIZE_BYTES,
            DEFAULT_TARGET_BYTES);
    for (int day : days) {
      files.stream()
          .filter(file -> file.partitionDay() == day)
          .min(Comparator.comparingLong(file -> file.file().fileSizeInBytes()))
          .filter(file -> file.file().fileSizeInBytes() < targetBytes)
          .ifPresent(FileChanges::rewrite);
    }
  }
}
