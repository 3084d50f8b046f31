package dev.fedbytweets.acceptance.athena;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// The components of records as cells.
final class Row {

  private Row() {}

  static List<Object> of(Record row) {
    List<Object> cells = new ArrayList<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      try {
        cells.add(Cell.of(component.getAccessor().invoke(row)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component.toString(), e);
      }
    }
    return cells;
  }
}
