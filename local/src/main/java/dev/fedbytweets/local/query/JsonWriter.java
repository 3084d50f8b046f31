package dev.fedbytweets.local.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// See [ResultFormat#JSON].
final class JsonWriter implements ResultWriter {

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    List<String> names = distinct(result.columns().stream().map(ResultColumn::name).toList());
    try (JsonGenerator json = JsonText.generator(target)) {
      json.setPrettyPrinter(new RowOnEachLine());
      json.writeStartArray();
      while (result.next()) {
        json.writeStartObject();
        for (int column = 0; column < names.size(); column++) {
          json.writeFieldName(names.get(column));
          JsonText.write(json, result.value(column));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    target.write('\n');
  }

  /// The names, with `_2`, `_3` and so on after those that were there before.
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

  private static final class RowOnEachLine extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      breakBetweenRows(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(',');
      breakBetweenRows(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int nrOfValues) throws IOException {
      if (nrOfValues > 0) {
        breakBetweenRows(json);
      }
      json.writeRaw(']');
    }

    private static void breakBetweenRows(JsonGenerator json) throws IOException {
      if (json.getOutputContext().getParent().inRoot()) {
        json.writeRaw('\n');
      }
    }
  }
}
