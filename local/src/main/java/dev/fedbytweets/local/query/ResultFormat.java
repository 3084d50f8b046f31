package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;

/// The shapes in which a result can be written, always in UTF-8.
public enum ResultFormat {

  /// Aligned columns for people: control characters shown as pictures, line breaks as `↵`, null
  /// as `∅`, numbers on the right; at most so many rows, and a last line that counts them.
  TABLE,

  /// RFC 4180: lines end in CR LF, the first has the column names, null is an empty field and an
  /// empty text is `""`, lists are JSON. In a result of one column null is `""` too, because
  /// readers skip blank lines. All rows.
  CSV,

  /// One array of objects, one object on each line. Integers and decimals are exact numbers,
  /// whatever their size; timestamps are ISO 8601 without zone; lists are arrays. Doubles that
  /// JSON cannot say (`NaN`, `Infinity`) are texts. All rows.
  JSON;

  /// As it stands on the command line.
  public String lowerCase() {
    return switch (this) {
      case TABLE -> "table";
      case CSV -> "csv";
      case JSON -> "json";
    };
  }

  /// The reverse of [#lowerCase()].
  ///
  /// @throws RejectedException if there is no such format
  public static ResultFormat named(String name) {
    for (ResultFormat format : values()) {
      if (format.lowerCase().equals(name)) {
        return format;
      }
    }
    throw new RejectedException(
        "there is no format '%s': it is table, csv or json".formatted(name));
  }
}
