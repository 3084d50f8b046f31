package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.StructType;
import org.apache.iceberg.types.Types.TimestampType;

/// Maps Iceberg's types to DuckDB's.
final class DuckType {

  private DuckType() {}

  /// @throws RejectedException if our tables have no columns of the type
  static String of(Type type) {
    return switch (type.typeId()) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "INTEGER";
      case LONG -> "BIGINT";
      case FLOAT -> "FLOAT";
      case DOUBLE -> "DOUBLE";
      case STRING -> "VARCHAR";
      case DATE -> "DATE";
      case TIMESTAMP ->
          ((TimestampType) type).shouldAdjustToUTC() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
      case LIST -> of(type.asListType().elementType()) + "[]";
      case STRUCT -> struct(type.asStructType());
      default ->
          throw new RejectedException("columns of type %s cannot be queried".formatted(type));
    };
  }

  private static String struct(StructType struct) {
    return struct.fields().stream()
        .map(field -> SqlLiteral.name(field.name()) + " " + of(field.type()))
        .collect(Collectors.joining(", ", "STRUCT(", ")"));
  }
}
