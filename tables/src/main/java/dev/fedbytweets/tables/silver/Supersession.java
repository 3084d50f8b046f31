package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.ColumnFileReader;

/// How rows supersede rows of other keys, as a later edit supersedes the earlier ones: a boolean
/// column of silver is true until the lake holds a row that supersedes the row. [Cleaning#keys] has
/// read the whole increment before silver is read, so the incoming rows are known by then.
public interface Supersession {

  /// The name of the boolean column, which is not optional.
  String flagColumn();

  /// Starts to read a file of silver.
  ///
  /// @param silver gives the columns that decide; not those of the key and of [RowVersion], which
  ///     the merge reads itself, since a reader gives each column once
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
