package dev.fedbytweets.tables.files;

import dev.fedbytweets.tables.columns.RecordColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;

/// Iceberg rows of a table without lists of structs, as records to be written.
public final class RowColumns {

  private RowColumns() {}

  public static Map<String, RecordColumn<StructLike>> of(Schema schema) {
    Map<String, RecordColumn<StructLike>> columns = new HashMap<>();
    for (int position = 0; position < schema.columns().size(); position++) {
      columns.put(schema.columns().get(position).name(), column(schema, position));
    }
    return columns;
  }

  private static RecordColumn<StructLike> column(Schema schema, int position) {
    return switch (schema.columns().get(position).type().typeId()) {
      case STRING -> RecordColumn.text(row -> text(row.get(position, CharSequence.class)));
      case BOOLEAN -> RecordColumn.flag(row -> row.get(position, Boolean.class));
      case DOUBLE -> RecordColumn.degrees(row -> row.get(position, Double.class));
      case LIST -> RecordColumn.texts(row -> texts(row.get(position, List.class)));
      default -> RecordColumn.number(row -> row.get(position, Number.class));
    };
  }

  private static String text(CharSequence text) {
    return text == null ? null : text.toString();
  }

  private static List<String> texts(List<?> texts) {
    return texts == null ? null : texts.stream().map(Object::toString).toList();
  }
}
