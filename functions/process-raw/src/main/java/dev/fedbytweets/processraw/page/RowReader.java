package dev.fedbytweets.processraw.page;

import java.io.IOException;

/// Reads one row, once.
sealed interface RowReader<R> permits PostReader, UserReader, PlaceReader, MediumReader {

  /// @param in at the row's object
  void read(JsonCursor in) throws IOException;

  /// The identifier that was read, null if there was none.
  String id();

  /// The name of the field with the identifier.
  default String idField() {
    return "id";
  }

  /// The row that was read; it must have an identifier.
  R row(PageOrigin origin);
}
