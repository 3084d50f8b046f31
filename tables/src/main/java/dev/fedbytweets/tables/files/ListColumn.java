package dev.fedbytweets.tables.files;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;

/// A column with a list of texts in a row, or one of the columns of a list of structs. The
/// lists may be modified.
record ListColumn(Leaf leaf) implements Column<List<String>> {

  @Override
  public List<String> next() {
    if (leaf.isMissing()) {
      return null;
    }
    leaf.startRow();
    ColumnReader reader = leaf.reader();
    if (reader.getCurrentDefinitionLevel() <= leaf.listLevel()) {
      List<String> none =
          reader.getCurrentDefinitionLevel() == leaf.listLevel() ? new ArrayList<>(0) : null;
      reader.consume();
      return none;
    }
    List<String> texts = new ArrayList<>(2);
    do {
      texts.add(leaf.isDefined() ? leaf.text() : null);
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    return texts;
  }

  @Override
  public void skip(int rows) {
    for (int row = 0; row < rows && !leaf.isMissing(); row++) {
      leaf.skipRow();
    }
  }
}
