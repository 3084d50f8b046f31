package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import java.time.Duration;
import java.util.Map;

/// An answer on its way.
///
/// @param headers besides the content type
/// @param delay of real time before it is sent
record Reply(Answer answer, Map<String, String> headers, Delivery delivery, Duration delay) {

  Reply {
    headers = Map.copyOf(headers);
  }

  Reply(Answer answer, Map<String, String> headers) {
    this(answer, headers, Delivery.WHOLE, Duration.ZERO);
  }
}
