package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;

/// Writes a result in one of the [ResultFormat]s.
sealed interface ResultWriter permits CsvWriter, JsonWriter, TableWriter {

  /// Writes the result while it is read, as far as the format can.
  ///
  /// @param target neither flushed nor closed
  /// @throws IOException if the target does not take it
  void write(QueryResult result, Writer target) throws IOException;
}
