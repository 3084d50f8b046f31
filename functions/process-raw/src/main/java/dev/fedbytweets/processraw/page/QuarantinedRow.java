package dev.fedbytweets.processraw.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/// A row that cannot be used.
///
/// @param reason why, in words
/// @param index the row's position among the page's rows for the same table, from 0
/// @param json the row exactly as it is in the page: one JSON value
public record QuarantinedRow(String reason, int index, String json) {

  private static final JsonFactory JSON = new JsonFactory();

  public QuarantinedRow {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(json, "json");
  }

  /// The same row behind others.
  ///
  /// @param rows how many
  QuarantinedRow behind(int rows) {
    return new QuarantinedRow(reason, index + rows, json);
  }

  /// The row as one line of the quarantine, in this form:
  /// `{"reason":"...","source":"<file name>","index":0,"row":<as received>}`.
  /// A row that spreads over several lines loses its line breaks and indentation, nothing else.
  ///
  /// @param fileName the page's key below `raw/`
  /// @return a JSON object without line breaks
  public String toLine(String fileName) {
    StringWriter line = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(line)) {
      generator.writeStartObject();
      generator.writeStringField("reason", reason);
      generator.writeStringField("source", fileName);
      generator.writeNumberField("index", index);
      generator.writeFieldName("row");
      generator.writeRawValue(jsonOnOneLine());
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return line.toString();
  }

  /// JSON allows line breaks between its tokens only, so whatever is blank around them may go.
  private String jsonOnOneLine() {
    return json.lines().map(String::strip).collect(Collectors.joining());
  }
}
