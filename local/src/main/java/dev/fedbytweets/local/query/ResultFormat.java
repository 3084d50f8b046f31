package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// The formats in which a result can be written, always in UTF-8. To add one, add a constant and
/// its [ResultWriter].
public enum ResultFormat {

  /// Aligned columns for people: control characters are shown as pictures, line breaks as `↵`, null
  /// as `∅`, numbers on the right; the number of rows is limited, and the last line counts them.
  TABLE {
    @Override
    ResultWriter writer(OptionalInt terminalWidth, int mostRows) {
      return new TableWriter(terminalWidth, mostRows);
    }
  },

  /// RFC 4180: lines end in CR LF, the first has the column names, null is an empty field and an
  /// empty text is `""`, lists are JSON. In a result of one column null is `""` too, because
  /// readers skip blank lines. All rows.
  CSV {
    @Override
    ResultWriter writer(OptionalInt terminalWidth, int mostRows) {
      return new CsvWriter();
    }
  },

  /// One array of objects, one object on each line. Integers and decimals are exact numbers,
  /// whatever their size; timestamps are ISO 8601 without zone; lists are arrays. Doubles that
  /// JSON cannot express (`NaN`, `Infinity`) are texts. All rows.
  JSON {
    @Override
    ResultWriter writer(OptionalInt terminalWidth, int mostRows) {
      return new JsonWriter();
    }
  };

  /// A writer of this format.
  ///
  /// @param terminalWidth the width that a [#TABLE] must fit; empty for any
  /// @param mostRows the most rows that a [#TABLE] shows
  abstract ResultWriter writer(OptionalInt terminalWidth, int mostRows);

  /// The format's name on the command line.
  public String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
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
    List<String> names = Arrays.stream(values()).map(ResultFormat::lowerCase).toList();
    throw new RejectedException(
        "there is no format '%s': it is %s or %s"
            .formatted(
                name, String.join(", ", names.subList(0, names.size() - 1)), names.getLast()));
  }
}
