package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;

/// Writes a result in one of the [ResultFormat]s.
interface ResultWriter {

  /// Writes the result; where the format allows it, row by row.
  ///
  /// @param target neither flushed nor closed
  /// @throws IOException if the target cannot be written
  void write(QueryResult result, Writer target) throws IOException;
}
