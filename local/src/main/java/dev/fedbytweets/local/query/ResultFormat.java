package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats in which a result can be written, always in UTF-8. To add one, add a constant and
/// its [ResultWriter].
public enum ResultFormat {

  /// Aligned columns for people: control characters are shown as pictures, line breaks as `↵`, null
  /// as `∅`, numbers on the right; the number of rows is limited, and the last line counts them.
  TABLE {
    @Override
    Optional<ResultWriter> writer(ResultOutput output) {
      return Optional.of(new TableWriter(output.terminalWidth(), output.mostRows()));
    }
  },

  /// RFC 4180: lines end in CR LF, the first has the column names, null is an empty field and an
  /// empty text is `""`, lists are JSON. In a result of one column null is `""` too, because
  /// readers skip blank lines. All rows.
  CSV {
    @Override
    Optional<ResultWriter> writer(ResultOutput output) {
      return Optional.of(new CsvWriter(CsvWriter.Reader.ANY));
    }
  },

  /// [#CSV] that Excel opens without damage: it begins with a byte order mark, identifiers
  /// and integers of more than 15 digits are written as `="123"`, and a text that Excel would run
  /// as a formula has an apostrophe before it.
  EXCEL {
    @Override
    Optional<ResultWriter> writer(ResultOutput output) {
      return Optional.of(new CsvWriter(CsvWriter.Reader.EXCEL));
    }
  },

  /// One array of objects, one object on each line. Identifiers are texts, as X gives them, and so
  /// is every integer beyond 2^53, because JavaScript and jq read numbers as doubles; see
  /// [ResultOutput#numbers()]. Decimals are exact numbers; times are ISO 8601 in UTC, with `Z`;
  /// lists are arrays. Doubles that JSON cannot express (`NaN`, `Infinity`) are texts. All rows.
  JSON {
    @Override
    Optional<ResultWriter> writer(ResultOutput output) {
      return Optional.of(new JsonWriter(JsonWriter.Frame.ARRAY, output.numbers()));
    }
  },

  /// The objects of [#JSON], one on each line and nothing else.
  NDJSON {
    @Override
    Optional<ResultWriter> writer(ResultOutput output) {
      return Optional.of(new JsonWriter(JsonWriter.Frame.LINES, output.numbers()));
    }
  },

  /// A table of GitHub's Markdown. Line breaks are `<br>`, null is an empty cell. All rows.
  MARKDOWN {
    @Override
    Optional<ResultWriter> writer(ResultOutput output) {
      return Optional.of(new MarkdownWriter());
    }
  },

  /// A Parquet file, written by DuckDB with zstd. All rows, with their types.
  PARQUET {
    @Override
    Optional<ResultWriter> writer(ResultOutput output) {
      return Optional.empty();
    }
  };

  /// A writer of this format; empty if DuckDB writes it.
  abstract Optional<ResultWriter> writer(ResultOutput output);

  /// The format's name on the command line.
  public String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return lowerCase();
  }

  /// The format that a file's name asks for by its ending; [#TABLE] if it has none of these.
  public static ResultFormat ofFile(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "csv" -> CSV;
      case "json" -> JSON;
      case "ndjson", "jsonl" -> NDJSON;
      case "md" -> MARKDOWN;
      case "parquet" -> PARQUET;
      default -> TABLE;
    };
  }

  /// The reverse of [#lowerCase()], in any case.
  ///
  /// @throws RejectedException if there is no such format
  public static ResultFormat named(String name) {
    for (ResultFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
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
