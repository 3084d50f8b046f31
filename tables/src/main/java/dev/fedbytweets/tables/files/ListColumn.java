package dev.fedbytweets.tables.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;

/// A column with a list of values in a row, or one of the columns of a list of structs. The
/// lists may be modified.
///
/// @param value reads a value that is there
record ListColumn<T>(Leaf leaf, Function<Leaf, T> value) implements Column<List<T>> {

  @Override
  public List<T> next() {
    if (leaf.isMissing()) {
      return null;
    }
    leaf.startRow();
    ColumnReader reader = leaf.reader();
    if (reader.getCurrentDefinitionLevel() <= leaf.listLevel()) {
      List<T> none =
          reader.getCurrentDefinitionLevel() == leaf.listLevel() ? new ArrayList<>(0) : null;
      reader.consume();
      return none;
    }
    List<T> values = new ArrayList<>(2);
    do {
      values.add(leaf.isDefined() ? value.apply(leaf) : null);
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    return values;
  }

  @Override
  public void skip(int rows) {
    for (int row = 0; row < rows && !leaf.isMissing(); row++) {
      leaf.skipRow();
    }
  }
}
