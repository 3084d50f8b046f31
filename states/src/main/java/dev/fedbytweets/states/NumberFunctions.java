package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Intrinsic functions on numbers.
final class NumberFunctions {

  private NumberFunctions() {}

  static JsonNode add(Arguments arguments) {
    return Json.NODES.numberNode(whole32(arguments, 0) + whole32(arguments, 1));
  }

  private static long whole32(Arguments arguments, int position) {
    long value = arguments.wholeNumber(position);
    if (value != (int) value) {
      throw arguments.wrongKind(position, "between -2147483648 and 2147483647");
    }
    return value;
  }

  /// From the first number up to, but without, the second; always the same for the same seed.
  static JsonNode random(Arguments arguments) {
    long from = arguments.wholeNumber(0);
    long to = arguments.wholeNumber(1);
    if (from >= to) {
      throw arguments.wrongKind(1, "greater than the first");
    }
    RandomGenerator random =
        arguments.count() == 3
            ? RandomGeneratorFactory.of("L64X128MixRandom").create(arguments.wholeNumber(2))
            : ThreadLocalRandom.current();
    return Json.NODES.numberNode(random.nextLong(from, to));
  }
}
