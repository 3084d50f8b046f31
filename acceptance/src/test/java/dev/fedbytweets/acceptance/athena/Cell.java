package dev.fedbytweets.acceptance.athena;

import io.trino.spi.type.SqlDate;
import io.trino.spi.type.SqlDecimal;
import io.trino.spi.type.SqlTimestamp;
import io.trino.testing.MaterializedRow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Converts the values of Java's records, Trino and DuckDB to common types: null, text, boolean,
/// [BigDecimal] for what is exact, [Double], [LocalDate], [LocalDateTime] in UTC, and lists,
/// which structs are too.
final class Cell {

  private Cell() {}

  /// @throws IllegalArgumentException if its type is not supported
  static Object of(Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean flag -> flag;
      case Double number -> number;
      case Float number -> number.doubleValue();
      case BigDecimal number -> exact(number);
      case BigInteger number -> exact(new BigDecimal(number));
      case SqlDecimal number -> exact(number.toBigDecimal());
      case Number number -> exact(BigDecimal.valueOf(number.longValue()));
      case LocalDate date -> date;
      case SqlDate date -> LocalDate.ofEpochDay(date.getDays());
      case LocalDateTime time -> time;
      case SqlTimestamp time -> time.toLocalDateTime();
      case Timestamp time -> time.toLocalDateTime();
      case Instant time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
      case List<?> list -> cells(list);
      case Object[] array -> cells(Arrays.asList(array));
      case Array array -> of(elements(array));
      case Struct struct -> of(attributes(struct));
      case MaterializedRow row -> cells(row.getFields());
      case Record row -> Row.of(row);
      default -> throw new IllegalArgumentException("a value of " + value.getClass());
    };
  }

  /// The same for several values.
  static List<Object> cells(List<?> values) {
    List<Object> cells = new ArrayList<>(values.size());
    values.forEach(value -> cells.add(of(value)));
    return cells;
  }

  private static BigDecimal exact(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static Object elements(Array array) {
    try {
      return array.getArray();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object[] attributes(Struct struct) {
    try {
      return struct.getAttributes();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
