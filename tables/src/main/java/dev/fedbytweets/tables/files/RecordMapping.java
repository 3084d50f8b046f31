package dev.fedbytweets.tables.files;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.types.Types.NestedField;

/// Between records and Iceberg rows, by name: the component `createdAt` is the column
/// `created_at`, `isProtected` is `protected` where there is such a column. A column without a
/// component is null when written; a component without a column is null when read, so a record
/// with few components reads few columns ([#projection(Schema)]).
///
/// Values in rows are Iceberg's own: timestamps as microseconds since 1970, lists of structs as
/// lists of rows.
public final class RecordMapping<R extends Record> {

  private final RecordComponent[] components;
  private final MethodHandle constructor;
  private final MethodHandle[] accessors;
  private final Function<Object, Object>[] fromColumn;

  /// Position in the row of each component, -1 for none.
  private final int[] columnOfComponent;

  /// Component of each position in the row, -1 for none.
  private final int[] componentOfColumn;

  private final Function<Object, Object>[] toColumn;

  /// @param type the record
  /// @param schema of the rows
  public RecordMapping(Class<R> type, Schema schema) {
    components = type.getRecordComponents();
    constructor = constructorOf(type);
    accessors =
        Arrays.stream(components).map(RecordMapping::accessorOf).toArray(MethodHandle[]::new);
    fromColumn = functions(component -> Values.reader(component.getGenericType()));
    toColumn = functions(component -> Values.writer(component.getGenericType()));
    columnOfComponent = new int[components.length];
    Arrays.fill(columnOfComponent, -1);
    componentOfColumn = new int[schema.columns().size()];
    Map<String, Integer> byName =
        IntStream.range(0, components.length)
            .boxed()
            .collect(
                Collectors.toMap(
                    index -> columnName(components[index], schema), Function.identity()));
    for (int column = 0; column < componentOfColumn.length; column++) {
      int component = byName.getOrDefault(schema.columns().get(column).name(), -1);
      componentOfColumn[column] = component;
      if (component >= 0) {
        columnOfComponent[component] = column;
      }
    }
  }

  /// The columns of a table that the record has components for.
  public static Schema projection(Class<? extends Record> type, Schema schema) {
    List<String> names =
        Arrays.stream(type.getRecordComponents())
            .map(component -> columnName(component, schema))
            .toList();
    List<NestedField> columns =
        schema.columns().stream().filter(column -> names.contains(column.name())).toList();
    return new Schema(columns);
  }

  /// The record as a row. The row is a view and may be read by one thread.
  public StructLike toRow(R value) {
    return new RecordRow(value);
  }

  /// The row as a record.
  @SuppressWarnings("unchecked")
  public R toRecord(StructLike row) {
    Object[] arguments = new Object[components.length];
    for (int component = 0; component < arguments.length; component++) {
      int column = columnOfComponent[component];
      Object value = column < 0 ? null : row.get(column, Object.class);
      arguments[component] = value == null ? null : fromColumn[component].apply(value);
    }
    try {
      return (R) constructor.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a record's constructor threw a checked exception", e);
    }
  }

  private Object columnValue(Record value, int column) {
    int component = componentOfColumn[column];
    if (component < 0) {
      return null;
    }
    try {
      Object field = accessors[component].invokeExact(value);
      return field == null ? null : toColumn[component].apply(field);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a record's accessor threw a checked exception", e);
    }
  }

  @SuppressWarnings("unchecked")
  private Function<Object, Object>[] functions(
      Function<RecordComponent, Function<Object, Object>> make) {
    return Arrays.stream(components).map(make).toArray(Function[]::new);
  }

  private static String columnName(RecordComponent component, Schema schema) {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return schema.findField(name) == null && name.startsWith("is_")
        ? name.substring("is_".length())
        : name;
  }

  private static MethodHandle accessorOf(RecordComponent component) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Record.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(component + " is not public", e);
    }
  }

  private static MethodHandle constructorOf(Class<? extends Record> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class[]::new);
    try {
      Constructor<?> constructor = type.getConstructor(types);
      return MethodHandles.publicLookup()
          .unreflectConstructor(constructor)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Record.class, Object[].class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException(type + " is not public", e);
    }
  }

  private final class RecordRow implements StructLike {

    private final Record value;

    RecordRow(Record value) {
      this.value = value;
    }

    @Override
    public int size() {
      return componentOfColumn.length;
    }

    @Override
    public <T> T get(int column, Class<T> javaClass) {
      return javaClass.cast(columnValue(value, column));
    }

    @Override
    public <T> void set(int column, T newValue) {
      throw new UnsupportedOperationException("a record does not change");
    }
  }
}
