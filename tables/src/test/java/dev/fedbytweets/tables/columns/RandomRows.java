package dev.fedbytweets.tables.columns;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Reference;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.iceberg.Schema;

/// Records with random values in every component: nulls where the column may be null, columns in
/// which most rows agree and columns in which none do.
public final class RandomRows<R extends Record> {

  private static final List<String> TEXTS = List.of("", "café", "日本語 🚀", "x", "قهوة", "\u0000");

  private final Class<R> type;
  private final Schema schema;
  private final Random random;

  public RandomRows(Class<R> type, Schema schema, long seed) {
    this.type = type;
    this.schema = schema;
    this.random = new Random(seed);
  }

  public List<R> take(int count) {
    return IntStream.range(0, count).mapToObj(this::row).toList();
  }

  private R row(int number) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int index = 0; index < components.length; index++) {
      boolean required = schema.columns().get(index).isRequired();
      boolean absent = !required && random.nextInt(index % 7 + 2) == 0;
      values[index] = absent ? null : value(components[index].getGenericType(), index, number);
    }
    return make(components, values);
  }

  private R make(RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(Type kind, int column, int row) {
    boolean agrees = column % 3 == 0;
    long number = agrees ? random.nextInt(5) : random.nextLong();
    if (kind == String.class) {
      return text(agrees, row);
    }
    if (kind == Instant.class) {
      return Instant.ofEpochSecond(agrees ? 1 : random.nextInt(), random.nextInt(1000) * 1000L);
    }
    if (kind == Long.class || kind == long.class) {
      return number;
    }
    if (kind == LocalDate.class) {
      return LocalDate.ofEpochDay(20_000 + random.nextInt(agrees ? 2 : 1000));
    }
    if (kind == Integer.class || kind == int.class) {
      return (int) number;
    }
    if (kind == Double.class || kind == double.class) {
      return random.nextInt(-180, 180) / 4.0;
    }
    if (kind == Boolean.class || kind == boolean.class) {
      return random.nextBoolean();
    }
    return list((ParameterizedType) kind, agrees, row);
  }

  private List<?> list(ParameterizedType kind, boolean agrees, int row) {
    int size = random.nextInt(4);
    Type element = kind.getActualTypeArguments()[0];
    return IntStream.range(0, size).mapToObj(index -> element(element, agrees, row)).toList();
  }

  private Object element(Type type, boolean agrees, int row) {
    if (type == Reference.class) {
      return reference(agrees, row);
    }
    return type == MediaVariant.class ? variant(agrees, row) : text(agrees, row);
  }

  private MediaVariant variant(boolean agrees, int row) {
    return new MediaVariant(
        random.nextInt(3) == 0 ? null : random.nextLong(agrees ? 5 : Long.MAX_VALUE),
        random.nextInt(3) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size())),
        random.nextInt(3) == 0 ? null : text(agrees, row));
  }

  private Reference reference(boolean agrees, int row) {
    return new Reference(
        random.nextInt(3) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size())),
        random.nextInt(3) == 0 ? null : text(agrees, row));
  }

  private String text(boolean agrees, int row) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return agrees ? text : text + row + "/" + random.nextLong();
  }
}
