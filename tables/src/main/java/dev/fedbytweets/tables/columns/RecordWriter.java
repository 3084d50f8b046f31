package dev.fedbytweets.tables.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;

/// Writes records into a file in batches: each column gets the values of a batch in one loop.
/// Not safe for use by several threads.
public final class RecordWriter<R> {

  private static final int BATCH = 200;

  private final ColumnFileWriter file;
  private final List<Placed<R>> columns = new ArrayList<>();
  private final List<Integer> unknown = new ArrayList<>();
  private final List<R> batch = new ArrayList<>(BATCH);

  private record Placed<R>(RecordColumn<R> column, int leaf) {}

  /// @param byName the columns that records have values for; all others are null
  public RecordWriter(ColumnFileWriter file, Map<String, RecordColumn<R>> byName) {
    this.file = file;
    List<ColumnDescriptor> leaves = file.columns();
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      RecordColumn<R> column = byName.get(leaves.get(leaf).getPath()[0]);
      if (column == null) {
        unknown.add(leaf);
      } else {
        columns.add(new Placed<>(column, leaf));
        leaf += column.leaves() - 1;
      }
    }
  }

  /// Adds a record. It reaches the file with its batch.
  public void write(R value) {
    batch.add(value);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  /// Writes the records of an unfinished batch into the file.
  public void flush() {
    for (Placed<R> placed : columns) {
      placed.column().write(batch, file, placed.leaf());
    }
    for (int leaf : unknown) {
      batch.forEach(value -> file.column(leaf).writeNull(0, 0));
    }
    file.endRows(batch.size());
    batch.clear();
  }
}
