package dev.fedbytweets.local.query;

import java.util.List;

/// Rows of a result, read one after another.
interface QueryResult {

  List<ResultColumn> columns();

  /// Moves to the next row.
  ///
  /// @return false if there is none
  boolean next();

  /// The values of the current row, each as [CellValues#plain] gives it, or null.
  List<Object> row();
}
