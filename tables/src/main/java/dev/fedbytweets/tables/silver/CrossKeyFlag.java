package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.ColumnFileReader;

/// How rows flag rows of other keys, as a later edit flags the earlier ones: a boolean column of
/// silver is true until the lake holds a row that supersedes the row. A second column names the
/// chain of a row; a row that does not know its chain gets it from any row of its key that does.
/// [Cleaning#keys] has read the whole increment before silver is read, so the incoming rows are
/// known by then.
public interface CrossKeyFlag {

  /// The name of the boolean column, which is not optional.
  String flagColumn();

  /// The name of the column with the chain, a number of 64 bits, which is not optional.
  String chainColumn();

  /// Starts to read a file of silver.
  ///
  /// @param silver gives the columns that decide; not those of the key and of [RowVersion], which
  ///     the merge reads itself, since a reader gives each column once
  StoredRows storedRows(ColumnFileReader silver);

  /// Looks at stored rows one after another.
  interface StoredRows {

    /// Reads the next row of the file.
    ///
    /// @param key of the row
    void next(Key key);

    /// Whether the row's flag has to change to false, as far as is known.
    boolean isSuperseded();

    /// Whether the row's chain has to change to [#chain()].
    boolean isChainChanged();

    /// The row's chain, as far as is known.
    long chain();
  }
}
