package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.FileWriter;
import dev.fedbytweets.tables.files.RecordFileReader;
import dev.fedbytweets.tables.files.RecordMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;

/// Writes the files of a merge: what silver keeps of the changed files, and the batch's news.
final class Rewrite<B extends Record, S extends Record> implements AutoCloseable {

  private final Table silver;
  private final List<ChangedFile> changed;
  private final News<B, S> news;
  private final Class<S> type;
  private final RecordMapping<S> mapping;
  private final Map<Integer, FileWriter> writers = new HashMap<>();
  private final List<DataFile> written = new ArrayList<>();
  private boolean handedOver;

  Rewrite(Table silver, List<ChangedFile> changed, News<B, S> news, Class<S> type) {
    this.silver = silver;
    this.changed = changed;
    this.news = news;
    this.type = type;
    this.mapping = new RecordMapping<>(type, silver.schema());
  }

  /// Writes everything.
  void write() {
    for (DaysAtOnce days : DaysAtOnce.plan(changed, news)) {
      write(days);
    }
  }

  /// From here on the files may be part of a snapshot, also when the commit seems to have failed:
  /// closing leaves them.
  void handOver() {
    handedOver = true;
  }

  /// The commit certainly did not happen: closing removes the files.
  void takeBack() {
    handedOver = false;
  }

  /// Removes what was written, unless it was handed over.
  @Override
  public void close() {
    finishFiles();
    if (!handedOver) {
      FileWriter.delete(silver, written);
    }
  }

  /// The new files.
  List<DataFile> written() {
    return written;
  }

  private void write(DaysAtOnce days) {
    for (ChangedFile file : changed) {
      if (days.contains(Comparison.dayOf(file))) {
        keep(file);
      }
    }
    news.forEach(days::contains, (day, row) -> writer(day).write(mapping.toRow(row)));
    finishFiles();
  }

  private FileWriter writer(int day) {
    return writers.computeIfAbsent(day, key -> new FileWriter(silver, partition(key)));
  }

  private void finishFiles() {
    writers.values().forEach(writer -> written.addAll(writer.complete()));
    writers.clear();
  }

  private void keep(ChangedFile file) {
    FileWriter writer = writer(Comparison.dayOf(file));
    int[] moved = {0};
    int first = silver.schema().columns().indexOf(silver.schema().findField("first_retrieved_at"));
    int latest = silver.schema().columns().indexOf(silver.schema().findField("is_latest_edit"));
    try (RecordFileReader<S> rows = new RecordFileReader<>(silver, file.file(), type)) {
      rows.forEach(
          row -> !file.isReplaced(row),
          (row, value) -> {
            Map<Integer, Object> changes = new HashMap<>();
            if (file.isSeenEarlier(row)) {
              changes.put(first, file.firstRetrievedAt(moved[0]++));
            }
            if (file.isSuperseded(row)) {
              changes.put(latest, false);
            }
            writer.write(new ChangedRow(mapping.toRow(value), changes));
          });
    }
  }

  private PartitionData partition(int day) {
    if (!silver.spec().isPartitioned()) {
      return null;
    }
    PartitionData partition = new PartitionData(silver.spec().partitionType());
    partition.set(0, day);
    return partition;
  }

  /// A row with other values in some columns.
  private record ChangedRow(StructLike row, Map<Integer, Object> changes) implements StructLike {

    @Override
    public int size() {
      return row.size();
    }

    @Override
    public <T> T get(int position, Class<T> javaClass) {
      Object change = changes.get(position);
      return change == null ? row.get(position, javaClass) : javaClass.cast(change);
    }

    @Override
    public <T> void set(int position, T value) {
      throw new UnsupportedOperationException("a row is changed once");
    }
  }
}
