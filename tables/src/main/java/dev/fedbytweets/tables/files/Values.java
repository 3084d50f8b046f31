package dev.fedbytweets.tables.files;

import dev.fedbytweets.core.model.Reference;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.StructLike;

/// Between a record component's values and Iceberg's own, neither null.
final class Values {

  private Values() {}

  /// From a column to a component of this type.
  static Function<Object, Object> reader(Type component) {
    if (component == Instant.class) {
      return micros -> Times.instant((long) micros);
    }
    if (component == String.class) {
      return Object::toString;
    }
    if (isListOf(component, String.class)) {
      return list -> ((List<?>) list).stream().map(Object::toString).toList();
    }
    if (isListOf(component, Reference.class)) {
      return list -> ((List<?>) list).stream().map(row -> reference((StructLike) row)).toList();
    }
    return Function.identity();
  }

  /// From a component of this type to a column.
  static Function<Object, Object> writer(Type component) {
    if (component == Instant.class) {
      return time -> Times.micros((Instant) time);
    }
    if (isListOf(component, Reference.class)) {
      return list ->
          ((List<?>) list).stream().map(value -> new ReferenceRow((Reference) value)).toList();
    }
    return Function.identity();
  }

  private static boolean isListOf(Type type, Class<?> element) {
    return type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] == element;
  }

  private static Reference reference(StructLike row) {
    CharSequence type = row.get(0, CharSequence.class);
    CharSequence id = row.get(1, CharSequence.class);
    return new Reference(type == null ? null : type.toString(), id == null ? null : id.toString());
  }

  private record ReferenceRow(Reference value) implements StructLike {

    @Override
    public int size() {
      return 2;
    }

    @Override
    public <T> T get(int position, Class<T> javaClass) {
      return javaClass.cast(position == 0 ? value.type() : value.id());
    }

    @Override
    public <T> void set(int position, T newValue) {
      throw new UnsupportedOperationException("a record does not change");
    }
  }
}
