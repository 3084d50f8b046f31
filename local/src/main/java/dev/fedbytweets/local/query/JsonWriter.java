package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// See [ResultFormat#JSON] and [ResultFormat#NDJSON].
///
/// @param frame what stands around the objects
/// @param numbers whether every integer is a number
record JsonWriter(Frame frame, boolean numbers) implements ResultWriter {

  /// The largest integer that a double holds with all smaller ones.
  private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

  /// What stands before, between and after the objects of rows.
  enum Frame {
    ARRAY("[\n", ",\n", "\n]\n", "[]\n"),
    LINES("", "\n", "\n", "");

    private final String start;
    private final String between;
    private final String end;
    private final String nothing;

    Frame(String start, String between, String end, String nothing) {
      this.start = start;
      this.between = between;
      this.end = end;
      this.nothing = nothing;
    }
  }

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    List<String> names = distinct(result.columns().stream().map(ResultColumn::name).toList());
    String separator = frame.start;
    while (result.next()) {
      List<Object> values = result.row();
      Map<String, Object> row = new LinkedHashMap<>();
      for (int column = 0; column < names.size(); column++) {
        String name = names.get(column);
        row.put(name, numbers ? values.get(column) : readable(name, values.get(column)));
      }
      target.write(separator);
      target.write(CellValues.json(row));
      separator = frame.between;
    }
    target.write(separator.equals(frame.start) ? frame.nothing : frame.end);
  }

  /// A value in which identifiers and integers beyond 2^53 are texts.
  ///
  /// @param name of the column or of the field in a struct
  /// @param value may be null
  private static Object readable(String name, Object value) {
    return switch (value) {
      case Integer number when ResultColumn.isIdentifier(name) -> number.toString();
      case Long number -> isText(name, BigInteger.valueOf(number)) ? number.toString() : number;
      case BigInteger number -> isText(name, number) ? number.toString() : number;
      case List<?> list -> list.stream().map(element -> readable(name, element)).toList();
      case Map<?, ?> map -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((field, of) -> fields.put(field.toString(), readable(field.toString(), of)));
        yield fields;
      }
      case null, default -> value;
    };
  }

  private static boolean isText(String name, BigInteger number) {
    return ResultColumn.isIdentifier(name) || number.abs().compareTo(EXACT) > 0;
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
