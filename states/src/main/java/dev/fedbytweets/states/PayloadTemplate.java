package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `Parameters`, `ItemSelector` and `ResultSelector`: JSON in which the fields whose names end in
/// `.$` are computed.
sealed interface PayloadTemplate {

  /// The template of a state that has none: its data as it is.
  PayloadTemplate UNCHANGED = new Unchanged();

  /// @throws StateFailure `States.ParameterPathFailure` or `States.IntrinsicFailure` if a field
  ///   cannot be computed
  JsonNode fill(JsonNode data, JsonNode context);

  /// @throws IllegalArgumentException if the template is no object, or a field of it is refused
  static PayloadTemplate parse(JsonNode definition) {
    if (!(definition instanceof ObjectNode object)) {
      throw new IllegalArgumentException("must be a JSON object");
    }
    return parseObject(object);
  }

  private static PayloadTemplate parseAny(JsonNode definition) {
    return switch (definition) {
      case ObjectNode object -> parseObject(object);
      case ArrayNode array -> {
        List<PayloadTemplate> items = new ArrayList<>();
        array.forEach(item -> items.add(parseAny(item)));
        yield new Items(items);
      }
      default -> new Fixed(definition);
    };
  }

  private static PayloadTemplate parseObject(ObjectNode object) {
    Map<String, PayloadTemplate> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = withoutSuffix(entry.getKey());
      PayloadTemplate value =
          name.equals(entry.getKey())
              ? parseAny(entry.getValue())
              : parseComputed(entry.getKey(), entry.getValue());
      if (fields.put(name, value) != null) {
        throw new IllegalArgumentException(
            "'%s' and '%s.$' are the same field".formatted(name, name));
      }
    }
    return new Fields(fields);
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
  }

  private static PayloadTemplate parseComputed(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'%s' must be a string".formatted(name));
    }
    return new Computed(ExpressionParser.parse(value.textValue()));
  }

  /// The data as it is.
  record Unchanged() implements PayloadTemplate {

    @Override
    public JsonNode fill(JsonNode data, JsonNode context) {
      return data;
    }
  }

  /// A fixed value.
  record Fixed(JsonNode value) implements PayloadTemplate {

    @Override
    public JsonNode fill(JsonNode data, JsonNode context) {
      return value;
    }
  }

  /// A path or an intrinsic function.
  record Computed(Expression expression) implements PayloadTemplate {

    @Override
    public JsonNode fill(JsonNode data, JsonNode context) {
      return expression.evaluate(data, context);
    }
  }

  /// An array of templates.
  record Items(List<PayloadTemplate> items) implements PayloadTemplate {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode fill(JsonNode data, JsonNode context) {
      ArrayNode filled = Json.newArray();
      items.forEach(item -> filled.add(item.fill(data, context)));
      return filled;
    }
  }

  /// An object of templates, by field name without `.$`.
  record Fields(Map<String, PayloadTemplate> fields) implements PayloadTemplate {

    @Override
    public JsonNode fill(JsonNode data, JsonNode context) {
      ObjectNode filled = Json.newObject();
      fields.forEach((name, value) -> filled.set(name, value.fill(data, context)));
      return filled;
    }
  }
}
