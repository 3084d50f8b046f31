package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Amounts as a person reads them.
final class Money {

  private Money() {}

  /// With two decimals, `1,234.50`; nothing is rounded down to nothing.
  static String dollars(BigDecimal amount) {
    return "%,.2f".formatted(amount.setScale(2, RoundingMode.UP));
  }

  static String dollars(JsonNode amount) {
    return dollars(amount.decimalValue());
  }
}
