package dev.fedbytweets.tables.files;

/// A column of a file that is being read, row by row. Columns of one file are read independently
/// of each other; each begins anew with every row group.
public interface Column<T> {

  /// The value in the next row; null if the row has none.
  T next();

  /// Passes over rows.
  void skip(int rows);
}
