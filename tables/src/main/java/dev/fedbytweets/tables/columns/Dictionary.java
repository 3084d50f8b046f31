package dev.fedbytweets.tables.columns;

import org.apache.parquet.bytes.BytesInput;

/// The different values of a column, numbered in the order in which they first appear.
sealed interface Dictionary permits TextDictionary, NumberDictionary {

  /// How many there are.
  int entries();

  /// How many bytes the dictionary page has.
  int bytes();

  /// Adds an entry to a page of plain values.
  void copy(int entry, ByteBuilder plain);

  /// The dictionary page: all entries, plain.
  BytesInput page();
}
