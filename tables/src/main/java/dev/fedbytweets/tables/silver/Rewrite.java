package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.FileWriter;
import dev.fedbytweets.tables.files.RecordMapping;
import dev.fedbytweets.tables.files.RowColumns;
import dev.fedbytweets.tables.files.RowFiles;
import dev.fedbytweets.tables.files.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;

/// Writes the files of a merge: what silver keeps of the changed files, and the batch's news.
/// Rows pass through one by one; partitions are written a few at a time, so memory does not grow
/// with their number.
final class Rewrite<B extends java.lang.Record, S extends java.lang.Record>
    implements AutoCloseable {

  /// How many partitions are written at once: each has a file open.
  private static final int PARTITIONS_AT_ONCE = 16;

  private final Table silver;
  private final Batch batch;
  private final Collection<DataFile> changed;
  private final News<B, S> news;
  private final int firstRetrievedColumn;
  private final int latestColumn;
  private final int originalColumn;
  private final int idColumn;
  private final RecordMapping<Stored> stored;
  private final Map<Integer, FileWriter<StructLike>> writers = new HashMap<>();
  private final List<DataFile> written = new ArrayList<>();
  private boolean handedOver;

  Rewrite(Table silver, Batch batch, Collection<DataFile> changed, News<B, S> news) {
    this.silver = silver;
    this.batch = batch;
    this.changed = changed;
    this.news = news;
    this.firstRetrievedColumn = column("first_retrieved_at");
    this.latestColumn = column("is_latest_edit");
    this.originalColumn = column("original_id");
    this.idColumn = column("id");
    this.stored = new RecordMapping<>(Stored.class, silver.schema());
  }

  /// Writes everything.
  void write() {
    List<Integer> days = new ArrayList<>(daysToWrite());
    for (int first = 0; first < days.size(); first += PARTITIONS_AT_ONCE) {
      write(days.subList(first, Math.min(first + PARTITIONS_AT_ONCE, days.size())));
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

  private Collection<Integer> daysToWrite() {
    TreeSet<Integer> days = new TreeSet<>();
    changed.forEach(file -> days.add(Comparison.dayOf(file)));
    days.addAll(news.days());
    return days;
  }

  private void write(List<Integer> days) {
    days.forEach(
        day ->
            writers.put(
                day, new FileWriter<>(silver, partition(day), RowColumns.of(silver.schema()))));
    for (DataFile file : changed) {
      FileWriter<StructLike> writer = writers.get(Comparison.dayOf(file));
      if (writer != null) {
        RowFiles.forEach(silver, file, silver.schema(), row -> keep(row, writer));
      }
    }
    news.forEach(writers.keySet(), this::add);
    finishFiles();
  }

  private void finishFiles() {
    writers.values().forEach(writer -> written.addAll(writer.complete()));
    writers.clear();
  }

  private void keep(Record row, FileWriter<StructLike> writer) {
    Sighting sighting = batch.sighting(stored.toRecord(row).key());
    if (sighting != null && !sighting.isOutdated()) {
      return;
    }
    if (sighting != null) {
      row.set(firstRetrievedColumn, Times.micros(sighting.firstRetrievedAt()));
    }
    if (isSuperseded(row)) {
      row.set(latestColumn, false);
    }
    writer.write(row);
  }

  private void add(Sighting sighting, StructLike row) {
    Map<Integer, Object> changes = new HashMap<>();
    changes.put(firstRetrievedColumn, Times.micros(sighting.firstRetrievedAt()));
    if (isSuperseded(row)) {
      changes.put(latestColumn, false);
    }
    writers.get(Comparison.dayOf(sighting)).write(new ChangedRow(row, changes));
  }

  private boolean isSuperseded(StructLike row) {
    return originalColumn >= 0
        && batch
            .chains()
            .isSuperseded(row.get(originalColumn, Long.class), row.get(idColumn, Long.class));
  }

  private PartitionData partition(int day) {
    if (!silver.spec().isPartitioned()) {
      return null;
    }
    PartitionData partition = new PartitionData(silver.spec().partitionType());
    partition.set(0, day);
    return partition;
  }

  private int column(String name) {
    List<String> names =
        silver.schema().columns().stream().map(NestedField::name).collect(Collectors.toList());
    return names.indexOf(name);
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
