package dev.fedbytweets.processraw.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Passes over a page's values once, from the first to the last. It is always at one value, and
/// each method that reads or skips consumes the whole of it. A value that is null or of another
/// kind than asked for reads as null; the latter is counted as malformed.
final class JsonCursor {

  private static final String INCLUDES = "includes.";

  /// Paths of these are those of the table's rows.
  private static final List<String> ROWS_OF_INCLUDES =
      List.of(INCLUDES + "users.", INCLUDES + "places.", INCLUDES + "media.");

  private final JsonParser json;
  private final FieldCounts unknown = new FieldCounts();
  private final FieldCounts malformed = new FieldCounts();
  private boolean mended;

  /// @param json at the page's first token
  JsonCursor(JsonParser json) {
    this.json = json;
  }

  /// Reads one value.
  interface Part<T> {
    T read(JsonCursor in) throws IOException;
  }

  /// The earlier value, unless it is null. With this, the first value that is not null wins where
  /// an object has a field several times, under one name or under two.
  static <T> T first(T earlier, T later) {
    return earlier != null ? earlier : later;
  }

  FieldCounts unknown() {
    return unknown;
  }

  FieldCounts malformed() {
    return malformed;
  }

  /// Whether a text that was read had halves of surrogate pairs.
  boolean hasMended() {
    return mended;
  }

  boolean isObject() {
    return json.hasToken(JsonToken.START_OBJECT);
  }

  boolean isList() {
    return json.hasToken(JsonToken.START_ARRAY);
  }

  boolean isNull() {
    return json.hasToken(JsonToken.VALUE_NULL);
  }

  /// Enters the object that the cursor is at: returns the name of its first field and moves to its
  /// value. Null if there is no field or no object.
  String firstName() throws IOException {
    return enters(JsonToken.START_OBJECT) ? nextName() : null;
  }

  /// Returns the name of the next field and moves to its value; null at the end of the object.
  String nextName() throws IOException {
    String name = json.nextFieldName();
    if (name != null) {
      json.nextToken();
    }
    return name;
  }

  /// Enters the list that the cursor is at and moves to its first element; false if there is no
  /// element or no list.
  boolean firstElement() throws IOException {
    return enters(JsonToken.START_ARRAY) && nextElement();
  }

  /// Moves to the next element; false at the end of the list.
  boolean nextElement() throws IOException {
    return json.nextToken() != JsonToken.END_ARRAY;
  }

  /// A text that can be written as UTF-8.
  String text() throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING ->
          text(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
      case VALUE_NULL -> null;
      default -> mismatch();
    };
  }

  private String text(char[] chars, int offset, int length) {
    String text = new String(chars, offset, length);
    if (WellFormed.isText(chars, offset, length)) {
      return text;
    }
    mended = true;
    return WellFormed.text(text);
  }

  /// A text or a whole number, digit for digit.
  String identifier() throws IOException {
    return json.hasToken(JsonToken.VALUE_NUMBER_INT) ? json.getText() : text();
  }

  /// A whole number from -2^63 to 2^63 - 1.
  Long count() throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT ->
          json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? mismatch()
              : Long.valueOf(json.getLongValue());
      case VALUE_NULL -> null;
      default -> mismatch();
    };
  }

  Boolean flag() throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> mismatch();
    };
  }

  /// A list of exactly so many finite numbers; any other list but an empty one is malformed.
  List<Double> numbers(int size) throws IOException {
    List<Double> numbers = list(JsonCursor::numberOrNaN);
    boolean usable =
        numbers == null || numbers.size() == size && numbers.stream().allMatch(Double::isFinite);
    return usable ? numbers : mismatch();
  }

  /// A list without the elements that read as null; null instead of an empty list.
  <T> List<T> list(Part<T> part) throws IOException {
    List<T> list = null;
    for (boolean more = firstElement(); more; more = nextElement()) {
      T element = part.read(this);
      if (element != null) {
        list = list == null ? new ArrayList<>() : list;
        list.add(element);
      }
    }
    return list;
  }

  /// What an object holds under one name; its other fields are skipped.
  <T> T field(String field, Part<T> part) throws IOException {
    T value = null;
    for (String name = firstName(); name != null; name = nextName()) {
      if (name.equals(field)) {
        value = first(value, part.read(this));
      } else {
        skip();
      }
    }
    return value;
  }

  /// Skips a field that no column needs, and counts it unless it is one of those that X
  /// documents.
  void leave(Set<String> documented) throws IOException {
    if (!documented.contains(json.currentName())) {
      unknown.add(path());
    }
    skip();
  }

  void skip() throws IOException {
    json.skipChildren();
  }

  /// Where the value that the cursor is at begins, in bytes from the start of the page.
  int start() {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  /// Where the value that was read last ends, in bytes from the start of the page.
  int end() throws IOException {
    json.finishToken();
    return (int) json.currentLocation().getByteOffset();
  }

  private boolean enters(JsonToken start) throws IOException {
    if (json.hasToken(start)) {
      return true;
    }
    if (!isNull()) {
      mismatch();
    }
    return false;
  }

  private Double numberOrNaN() throws IOException {
    if (json.currentToken().isNumeric()) {
      return json.getDoubleValue();
    }
    skip();
    return Double.NaN;
  }

  /// Nothing, of whatever type is wanted.
  @SuppressWarnings("TypeParameterUnusedInFormals")
  private <T> T mismatch() throws IOException {
    malformed.add(path());
    skip();
    return null;
  }

  private String path() {
    String path = "";
    for (JsonStreamContext at = json.getParsingContext(); at != null; at = at.getParent()) {
      if (at.hasCurrentName()) {
        path = path.isEmpty() ? at.getCurrentName() : at.getCurrentName() + "." + path;
      }
    }
    boolean inRow = ROWS_OF_INCLUDES.stream().anyMatch(path::startsWith);
    return inRow ? path.substring(INCLUDES.length()) : path;
  }
}
