package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.columns.ColumnFileWriter;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;

/// What stays of a changed file of silver, copied column by column: no row becomes an object.
final class KeptRows implements AutoCloseable {

  /// How many rows are copied before the writer is asked how large it has become.
  private static final int ROWS_AT_ONCE = 2048;

  private final Table silver;
  private final ChangedFile changes;
  private final ColumnFileReader file;
  private final List<ColumnCopy> columns = new ArrayList<>();

  KeptRows(Table silver, ChangedFile changes) {
    this.silver = silver;
    this.changes = changes;
    this.file = new ColumnFileReader(silver, changes.file());
    for (ColumnDescriptor column :
        ParquetSchemaUtil.convert(silver.schema(), silver.name()).getColumns()) {
      columns.add(copy(column));
    }
  }

  /// Copies everything, a few rows at a time.
  ///
  /// @param target gives for each time where the rows go
  /// @param copied is told how many they were
  void copy(Supplier<ColumnFileWriter> target, IntConsumer copied) {
    int first = 0;
    while (file.rowsAhead() > 0) {
      int end = first + file.rowsAhead();
      file.openRowGroup();
      while (first < end) {
        int next = Math.min(first + ROWS_AT_ONCE, end);
        copied.accept(copy(first, next, target.get()));
        first = next;
      }
    }
  }

  @Override
  public void close() {
    file.close();
  }

  private int copy(int first, int end, ColumnFileWriter target) {
    for (int column = 0; column < columns.size(); column++) {
      ColumnCopy copy = columns.get(column);
      ColumnWriter writer = target.column(column);
      for (int row = first; row < end; row++) {
        copy.next(row, writer);
      }
    }
    int rows = end - first - changes.replaced(first, end);
    target.endRows(rows);
    return rows;
  }

  private ColumnCopy copy(ColumnDescriptor column) {
    int identifier = column.getPrimitiveType().getId().intValue();
    Leaf leaf = file.leaf(identifier);
    RowCopy rows = new RowCopy(leaf, column);
    return switch (silver.schema().findColumnName(identifier)) {
      case "first_retrieved_at" -> new FirstSightings(rows, column.getMaxDefinitionLevel());
      case "is_latest_edit" ->
          (row, writer) -> {
            if (changes.isSuperseded(row) && !changes.isReplaced(row)) {
              rows.skip();
              writer.write(false, 0, column.getMaxDefinitionLevel());
            } else {
              copyOrSkip(rows, row, writer);
            }
          };
      default -> (row, writer) -> copyOrSkip(rows, row, writer);
    };
  }

  private void copyOrSkip(RowCopy rows, int row, ColumnWriter writer) {
    if (changes.isReplaced(row)) {
      rows.skip();
    } else {
      rows.copy(writer);
    }
  }

  /// Copies a row of a column, or not, as it has to change.
  @FunctionalInterface
  private interface ColumnCopy {
    void next(int row, ColumnWriter writer);
  }

  private final class FirstSightings implements ColumnCopy {

    private final RowCopy rows;
    private final int defined;
    private int moved;

    FirstSightings(RowCopy rows, int defined) {
      this.rows = rows;
      this.defined = defined;
    }

    @Override
    public void next(int row, ColumnWriter writer) {
      if (changes.isSeenEarlier(row)) {
        rows.skip();
        writer.write(changes.firstRetrievedAt(moved++), 0, defined);
      } else {
        copyOrSkip(rows, row, writer);
      }
    }
  }
}
