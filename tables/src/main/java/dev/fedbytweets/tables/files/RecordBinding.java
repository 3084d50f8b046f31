package dev.fedbytweets.tables.files;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Binds the components of a record to the columns of a file.
///
/// @param type a public record
/// @param columns how the column of each component is opened, in the components' order
public record RecordBinding<R extends Record>(Class<R> type, List<ColumnOpener> columns) {

  public RecordBinding {
    Objects.requireNonNull(type, "type");
    columns = List.copyOf(columns);
    if (columns.size() != type.getRecordComponents().length) {
      throw new IllegalArgumentException(
          "%s has %d components and %d columns"
              .formatted(type, type.getRecordComponents().length, columns.size()));
    }
  }

  /// Opens a column of a file.
  @FunctionalInterface
  public interface ColumnOpener {

    /// @return values of the component's type
    Column<?> open(ColumnFileReader file);
  }

  /// The binding of a record that has some of the components.
  ///
  /// @param part a public record
  /// @throws IllegalArgumentException if it has one that this record has not
  public <S extends Record> RecordBinding<S> part(Class<S> part) {
    List<String> names =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    return new RecordBinding<>(
        part,
        Arrays.stream(part.getRecordComponents())
            .map(component -> names.indexOf(component.getName()))
            .map(this::column)
            .toList());
  }

  private ColumnOpener column(int component) {
    if (component < 0) {
      throw new IllegalArgumentException(type + " has no such component");
    }
    return columns.get(component);
  }

  /// The record's constructor: from an array of all components to a record.
  MethodHandle constructor() {
    Class<?>[] components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class[]::new);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, components))
          .asSpreader(Object[].class, components.length)
          .asType(MethodType.methodType(Record.class, Object[].class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException(type + " is not public", e);
    }
  }
}
