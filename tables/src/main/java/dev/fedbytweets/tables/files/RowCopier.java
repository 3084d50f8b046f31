package dev.fedbytweets.tables.files;

import dev.fedbytweets.tables.columns.ColumnFileWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.MessageType;

/// Copies rows of a data file into new files, column by column: no row becomes an object. Deleted
/// rows are left out. Holds one row group, compressed. Not safe for use by several threads.
public final class RowCopier implements AutoCloseable {

  /// How many rows are copied before the writer is asked how large it has become.
  private static final int ROWS_AT_ONCE = 2048;

  private final ColumnFileReader file;
  private final IntBinaryOperator rowsCopied;
  private final List<ColumnCopy> columns = new ArrayList<>();

  /// Copies one leaf column, row by row.
  @FunctionalInterface
  public interface ColumnCopy {

    /// Copies the value of the next row, or another in its place, or passes over the row.
    ///
    /// @param row which row of the file it is, from 0
    void next(int row, ColumnWriter writer);
  }

  /// Decides how a leaf column is copied.
  @FunctionalInterface
  public interface ColumnCopies {

    /// @param name of the column in the table, such as `hashtags.element`
    /// @param leaf copies it as it is
    /// @param column the column in the new file
    ColumnCopy of(String name, LeafCopier leaf, ColumnDescriptor column);
  }

  /// Copies some rows, or some columns changed.
  ///
  /// @param rowsCopied how many of the rows from one number to before another are copied
  public RowCopier(Table table, LiveFile live, ColumnCopies copies, IntBinaryOperator rowsCopied) {
    this.file = new ColumnFileReader(table, live);
    this.rowsCopied = rowsCopied;
    MessageType target = ParquetSchemaUtil.convert(table.schema(), table.name());
    for (ColumnDescriptor column : target.getColumns()) {
      int identifier = column.getPrimitiveType().getId().intValue();
      columns.add(
          copies.of(
              table.schema().findColumnName(identifier),
              file.copier(identifier, column, target),
              column));
    }
  }

  /// Copies all rows as they are.
  public static RowCopier ofAll(Table table, LiveFile live) {
    return new RowCopier(
        table,
        live,
        (name, leaf, column) -> (row, writer) -> leaf.copy(writer),
        (first, end) -> end - first);
  }

  /// Copies, a few rows at a time.
  ///
  /// @param target gives the file for the next few rows
  /// @param copied gets the number of rows copied
  public void copy(Supplier<ColumnFileWriter> target, IntConsumer copied) {
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
    int rows = rowsCopied.applyAsInt(first, end);
    target.endRows(rows);
    return rows;
  }
}
