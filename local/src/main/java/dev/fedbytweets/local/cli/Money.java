package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Amounts of money for a person.
final class Money {

  private Money() {}

  /// The amount with two decimals, rounded up: `1,234.50`.
  static String dollars(BigDecimal amount) {
    return "%,.2f".formatted(amount.setScale(2, RoundingMode.UP));
  }

  static String dollars(JsonNode amount) {
    return dollars(amount.decimalValue());
  }
}
