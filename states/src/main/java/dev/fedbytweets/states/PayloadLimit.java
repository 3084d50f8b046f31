package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;

/// The most data that Step Functions passes between states.
final class PayloadLimit {

  /// 256 KiB of JSON in UTF-8.
  static final int BYTES = 256 * 1024;

  private PayloadLimit() {}

  /// @param what for the message: `the task's result`
  /// @throws StateFailure `States.DataLimitExceeded` if the value is larger
  static void check(String what, JsonNode value) {
    int size = Json.size(value);
    if (size > BYTES) {
      throw StateFailure.dataLimit("%s has %d bytes, %d are allowed".formatted(what, size, BYTES));
    }
  }
}
