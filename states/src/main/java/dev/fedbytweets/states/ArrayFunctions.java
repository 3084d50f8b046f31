package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigInteger;

/// Intrinsic functions on arrays.
final class ArrayFunctions {

  private static final int LONGEST_RANGE = 1000;

  private ArrayFunctions() {}

  static JsonNode array(Arguments arguments) {
    return Json.newArray().addAll(arguments.values());
  }

  static JsonNode partition(Arguments arguments) {
    ArrayNode array = arguments.array(0);
    long size = arguments.wholeNumber(1);
    if (size <= 0) {
      throw arguments.wrongKind(1, "a positive number");
    }
    ArrayNode chunks = Json.newArray();
    for (JsonNode item : array) {
      ArrayNode last = chunks.isEmpty() ? null : (ArrayNode) chunks.get(chunks.size() - 1);
      if (last == null || last.size() == size) {
        last = chunks.addArray();
      }
      last.add(item);
    }
    return chunks;
  }

  static JsonNode contains(Arguments arguments) {
    return Json.NODES.booleanNode(has(arguments.array(0), arguments.any(1)));
  }

  private static boolean has(ArrayNode array, JsonNode wanted) {
    for (JsonNode item : array) {
      if (Json.same(item, wanted)) {
        return true;
      }
    }
    return false;
  }

  static JsonNode range(Arguments arguments) {
    long first = arguments.wholeNumber(0);
    long last = arguments.wholeNumber(1);
    long step = arguments.wholeNumber(2);
    if (step == 0) {
      throw arguments.wrongKind(2, "another number than 0");
    }
    BigInteger span = BigInteger.valueOf(last).subtract(BigInteger.valueOf(first));
    BigInteger count = span.divide(BigInteger.valueOf(step)).add(BigInteger.ONE);
    if (span.signum() * Long.signum(step) < 0) {
      return Json.newArray();
    }
    if (count.compareTo(BigInteger.valueOf(LONGEST_RANGE)) > 0) {
      throw arguments.failure("more than %d items".formatted(LONGEST_RANGE));
    }
    ArrayNode range = Json.newArray();
    for (int i = 0; i < count.intValueExact(); i++) {
      range.add(Json.NODES.numberNode(first + i * step));
    }
    return range;
  }

  static JsonNode getItem(Arguments arguments) {
    ArrayNode array = arguments.array(0);
    long position = arguments.wholeNumber(1);
    if (position < 0 || position >= array.size()) {
      throw arguments.failure(
          "there is no item %d in an array of %d".formatted(position, array.size()));
    }
    return array.get((int) position);
  }

  static JsonNode length(Arguments arguments) {
    return Json.NODES.numberNode(arguments.array(0).size());
  }

  static JsonNode unique(Arguments arguments) {
    ArrayNode unique = Json.newArray();
    for (JsonNode item : arguments.array(0)) {
      if (!has(unique, item)) {
        unique.add(item);
      }
    }
    return unique;
  }
}
