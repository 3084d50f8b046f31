package dev.fedbytweets.tables.files;

import java.lang.invoke.MethodHandle;
import java.util.function.IntPredicate;
import org.apache.iceberg.Table;

/// Reads rows of a file as records. Not safe for use by several threads.
public final class RecordFileReader<R extends Record> implements AutoCloseable {

  private final MethodHandle constructor;
  private final ColumnFileReader file;
  private final Column<?>[] columns;

  /// @param binding which column each component of the record comes from
  public RecordFileReader(Table table, LiveFile live, RecordBinding<R> binding) {
    constructor = binding.constructor();
    file = new ColumnFileReader(table, live);
    columns = binding.columns().stream().map(column -> column.open(file)).toArray(Column<?>[]::new);
  }

  /// Takes a row.
  @FunctionalInterface
  public interface Rows<R> {

    /// @param row which row of the file it is, from 0
    void accept(int row, R value);
  }

  /// Reads some rows, in the file's order. Row groups without any of them are skipped.
  ///
  /// @param isWanted whether a row of the file, counted from 0, is read
  public void forEach(IntPredicate isWanted, Rows<R> consumer) {
    int first = 0;
    while (file.rowsAhead() > 0) {
      int end = first + file.rowsAhead();
      if (next(first, end, isWanted) == end) {
        file.skipRowGroup();
      } else {
        file.openRowGroup();
        read(first, end, isWanted, consumer);
      }
      first = end;
    }
  }

  @Override
  public void close() {
    file.close();
  }

  private void read(int first, int end, IntPredicate isWanted, Rows<R> consumer) {
    int position = first;
    int row = next(first, end, isWanted);
    while (row < end) {
      skip(row - position);
      consumer.accept(row, read());
      position = row + 1;
      row = next(position, end, isWanted);
    }
  }

  private static int next(int from, int end, IntPredicate isWanted) {
    int row = from;
    while (row < end && !isWanted.test(row)) {
      row++;
    }
    return row;
  }

  private void skip(int rows) {
    if (rows > 0) {
      for (Column<?> column : columns) {
        column.skip(rows);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private R read() {
    Object[] values = new Object[columns.length];
    for (int column = 0; column < values.length; column++) {
      values[column] = columns[column].next();
    }
    try {
      return (R) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a record's constructor threw a checked exception", e);
    }
  }
}
