package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Optional;
import java.util.regex.Pattern;

/// A JSONPath into a state's data (`$.subject.name`) or into the context object
/// (`$$.Execution.Name`). A path that can match several places (`$.subjects[*]`) yields an array
/// of what it matched, an empty one if that is nothing.
///
/// @param text as written in the definition
/// @param intoContext whether it leads into the context object
/// @param compiled the path with a single `$`
record Path(String text, boolean intoContext, JsonPath compiled) {

  /// `$.subjects.length()`: JSONPath libraries differ in these, and Step Functions documents
  /// none.
  private static final Pattern FUNCTION = Pattern.compile("\\.\\s*[A-Za-z]+\\s*\\(");

  /// The whole of a state's data.
  static final Path ROOT = parse("$");

  /// @throws IllegalArgumentException if the text is no path; the message says why
  static Path parse(String text) {
    if (!text.startsWith("$")) {
      throw new IllegalArgumentException("'%s' is no path: it must begin with $".formatted(text));
    }
    if (FUNCTION.matcher(text).find()) {
      throw new IllegalArgumentException("path '%s' calls a function".formatted(text));
    }
    if (text.endsWith("[")) {
      throw new IllegalArgumentException("'%s' is no path: a bracket is open".formatted(text));
    }
    boolean intoContext = text.startsWith("$$");
    try {
      JsonPath compiled = JsonPath.compile(intoContext ? text.substring(1) : text);
      return new Path(text, intoContext, compiled);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'%s' is no path: %s".formatted(text, e.getMessage()), e);
    }
  }

  /// A reference path: fields and array positions only, so it leads to one place.
  ///
  /// @throws IllegalArgumentException if the text is no such path
  static Path parseReference(String text) {
    Path path = parse(text);
    ResultPath.parse(path.intoContext() ? text.substring(1) : text);
    return path;
  }

  /// The value that the path leads to, a JSON null included; empty if there is none.
  Optional<JsonNode> read(JsonNode data, JsonNode context) {
    try {
      Object found = compiled.read(intoContext ? context : data, Trees.CONFIGURATION);
      if (found == null) {
        return Optional.of(NullNode.getInstance());
      }
      return Optional.of(found instanceof JsonNode node ? node : Json.MAPPER.valueToTree(found));
    } catch (PathNotFoundException e) {
      return Optional.empty();
    }
  }

  /// The value that the path leads to.
  ///
  /// @param field the field of the state that holds the path, for the message
  /// @throws StateFailure `States.Runtime` if there is none
  JsonNode require(String field, JsonNode data, JsonNode context) {
    return read(data, context)
        .orElseThrow(
            () ->
                StateFailure.runtime(
                    "%s: the path '%s' leads to nothing in the state's %s"
                        .formatted(field, text, intoContext ? "context object" : "input")));
  }

  /// Shows JSON trees to the JSONPath library. A position that an array does not have is absent,
  /// as in the library's other providers; the library's own provider for trees makes it null.
  private static final class Trees extends JacksonJsonNodeJsonProvider {

    static final Configuration CONFIGURATION =
        Configuration.builder()
            .jsonProvider(new Trees())
            .mappingProvider(new JacksonMappingProvider(Json.MAPPER))
            .build();

    Trees() {
      super(Json.MAPPER);
    }

    @Override
    public Object getArrayIndex(Object array, int index) {
      if (index < 0 || index >= ((ArrayNode) array).size()) {
        throw new IndexOutOfBoundsException(index);
      }
      return super.getArrayIndex(array, index);
    }
  }
}
