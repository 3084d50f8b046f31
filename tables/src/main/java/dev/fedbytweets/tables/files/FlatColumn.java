package dev.fedbytweets.tables.files;

import java.util.function.Function;

/// A column with one value in a row.
///
/// @param value reads a value that is there
record FlatColumn<T>(Leaf leaf, Function<Leaf, T> value) implements Column<T> {

  @Override
  public T next() {
    if (leaf.isMissing()) {
      return null;
    }
    leaf.startRow();
    T next = leaf.isDefined() ? value.apply(leaf) : null;
    leaf.reader().consume();
    return next;
  }

  @Override
  public void skip(int rows) {
    for (int row = 0; row < rows && !leaf.isMissing(); row++) {
      leaf.skipRow();
    }
  }
}
