package dev.fedbytweets.tables.files;

import dev.fedbytweets.core.model.Reference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/// Reads rows of a file as records, by name: the component `createdAt` is the column
/// `created_at`, `isProtected` is `protected` where there is such a column. A component without a
/// column is null.
public final class RecordFileReader<R extends Record> implements AutoCloseable {

  private final MethodHandle constructor;
  private final ColumnFileReader file;
  private final Column<?>[] columns;

  /// @param type the record
  public RecordFileReader(Table table, DataFile dataFile, Class<R> type) {
    constructor = constructorOf(type);
    file = new ColumnFileReader(table, dataFile);
    columns =
        Arrays.stream(type.getRecordComponents())
            .map(component -> column(component, table.schema()))
            .toArray(Column<?>[]::new);
  }

  /// Takes a row.
  @FunctionalInterface
  public interface Rows<R> {

    /// @param row which row of the file it is, from 0
    void accept(int row, R value);
  }

  /// Gives out some rows, in the file's order. Row groups without any are not read.
  ///
  /// @param isWanted whether a row of the file, counted from 0, is
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

  private Column<?> column(RecordComponent component, Schema schema) {
    String name = columnName(component, schema);
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list.getActualTypeArguments()[0] == Reference.class
          ? file.references(name)
          : file.textLists(name);
    }
    return switch (component.getType().getSimpleName()) {
      case "String" -> file.texts(name);
      case "Instant" -> file.times(name);
      case "Long", "long" -> file.longs(name);
      case "Integer" -> file.integers(name);
      case "Double" -> file.doubles(name);
      case "Boolean", "boolean" -> file.flags(name);
      default -> throw new IllegalArgumentException("no column is read as " + component);
    };
  }

  private static String columnName(RecordComponent component, Schema schema) {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return schema.findField(name) == null && name.startsWith("is_")
        ? name.substring("is_".length())
        : name;
  }

  private static MethodHandle constructorOf(Class<? extends Record> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class[]::new);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Record.class, Object[].class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException(type + " is not public", e);
    }
  }
}
