package dev.fedbytweets.tables.columns;

import org.apache.parquet.bytes.BytesInput;

/// The distinct values of a column chunk, in the order in which they first appear.
sealed interface Dictionary permits TextDictionary, NumberDictionary {

  /// The number of entries.
  int entries();

  /// The size of the dictionary page in bytes.
  int bytes();

  /// Adds the value of an entry to a page of plain values.
  void copy(int entry, ByteBuilder plain);

  /// The dictionary page: the values of all entries, plain.
  BytesInput page();
}
