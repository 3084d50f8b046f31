package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Optional;
import java.util.regex.Pattern;

/// A JSONPath into a state's data (`$.subject.name`) or into the context object
/// (`$$.Execution.Name`). A path that can match more than one place (`$.subjects[*]`) gives an
/// array of what it matched, an empty one if that is nothing.
///
/// @param text as written in the definition
/// @param root what it leads into
/// @param compiled the path with a single `$`
record Path(String text, Root root, JsonPath compiled) {

  /// What a path leads into.
  enum Root {
    DATA,
    CONTEXT
  }

  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new TreeProvider())
          .mappingProvider(new JacksonMappingProvider(Json.MAPPER))
          .build();

  /// `$.subjects.length()`: JSONPath libraries differ in these, and Step Functions documents
  /// none.
  private static final Pattern FUNCTION = Pattern.compile("\\.\\s*[A-Za-z]+\\s*\\(");

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
    Root root = text.startsWith("$$") ? Root.CONTEXT : Root.DATA;
    return new Path(text, root, compile(text, root));
  }

  /// A path that can lead to one place only: fields and array positions, nothing else.
  ///
  /// @throws IllegalArgumentException if the text is no such path
  static Path parseReference(String text) {
    Path path = parse(text);
    ReferencePath.parse(path.root() == Root.CONTEXT ? text.substring(1) : text);
    return path;
  }

  private static JsonPath compile(String text, Root root) {
    try {
      return JsonPath.compile(root == Root.CONTEXT ? text.substring(1) : text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'%s' is no path: %s".formatted(text, e.getMessage()), e);
    }
  }

  /// What the path leads to, a JSON null included; empty if there is nothing.
  Optional<JsonNode> read(JsonNode data, JsonNode context) {
    try {
      Object found = compiled.read(root == Root.DATA ? data : context, CONFIGURATION);
      return Optional.of(tree(found));
    } catch (PathNotFoundException e) {
      return Optional.empty();
    }
  }

  /// What the path leads to.
  ///
  /// @param field the field of the state that has the path, for the message
  /// @throws StateFailure `States.Runtime` if there is nothing
  JsonNode require(String field, JsonNode data, JsonNode context) {
    return read(data, context)
        .orElseThrow(
            () ->
                StateFailure.runtime(
                    "%s: the path '%s' leads to nothing in the state's %s"
                        .formatted(field, text, root == Root.DATA ? "input" : "context object")));
  }

  private static JsonNode tree(Object found) {
    if (found == null) {
      return NullNode.getInstance();
    }
    return found instanceof JsonNode node ? node : Json.MAPPER.valueToTree(found);
  }
}
