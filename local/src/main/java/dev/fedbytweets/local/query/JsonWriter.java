package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// See [ResultFormat#JSON].
final class JsonWriter implements ResultWriter {

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    List<String> names = distinct(result.columns().stream().map(ResultColumn::name).toList());
    target.write('[');
    String separator = "\n";
    while (result.next()) {
      List<Object> values = result.row();
      Map<String, Object> row = new LinkedHashMap<>();
      for (int column = 0; column < names.size(); column++) {
        row.put(names.get(column), values.get(column));
      }
      target.write(separator);
      target.write(CellValues.json(row));
      separator = ",\n";
    }
    target.write(separator.startsWith(",") ? "\n]\n" : "]\n");
  }

  /// The names; one that occurs again gets `_2`, `_3` and so on.
  static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>(names);
    Set<String> seen = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String free = name;
      for (int number = 2; !seen.add(free); number++) {
        String numbered = name + "_" + number;
        free = taken.contains(numbered) ? name : numbered;
      }
      distinct.add(free);
    }
    return distinct;
  }
}
