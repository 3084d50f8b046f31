package dev.fedbytweets.local.query;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;

/// Turns what DuckDB's driver gives into few types: null, [String], [Boolean], [Number], the
/// times of `java.time`, [List], and [Map] for structs and maps, whose keys are texts.
final class CellValues {

  private CellValues() {}

  static Object plain(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Array array -> list((Object[]) array.getArray());
      case DuckDBStruct struct -> map(struct.getMap());
      case Map<?, ?> map -> map(map);
      case Timestamp time -> time.toLocalDateTime();
      case Blob blob -> HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
      case JsonNode json -> json.toString();
      case UUID uuid -> uuid.toString();
      default -> value;
    };
  }

  private static List<Object> list(Object[] elements) throws SQLException {
    List<Object> list = new ArrayList<>(elements.length);
    for (Object element : elements) {
      list.add(plain(element));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, Object> map(Map<?, ?> entries) throws SQLException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      map.put(String.valueOf(plain(entry.getKey())), plain(entry.getValue()));
    }
    return Collections.unmodifiableMap(map);
  }
}
