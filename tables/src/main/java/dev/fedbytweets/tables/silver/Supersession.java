package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.ColumnFileReader;

/// How rows supersede rows of other keys: a boolean column of silver is true until the lake holds a
/// row that supersedes the row. What comes in is known from [Cleaning#keys], which has read all of
/// the increment before silver is read.
public interface Supersession {

  /// The name of the boolean column, which is not optional.
  String flagColumn();

  /// Starts to read a file of silver.
  ///
  /// @param silver gives the columns that decide, except the key's and those of a [RowVersion]
  StoredRows storedRows(ColumnFileReader silver);

  /// Looks at stored rows one after another.
  @FunctionalInterface
  interface StoredRows {

    /// Reads the next row of the file.
    ///
    /// @param key of the row
    /// @return whether its flag has to change to false
    boolean isNextSuperseded(Key key);
  }
}
