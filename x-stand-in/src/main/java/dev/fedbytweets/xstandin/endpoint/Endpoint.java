package dev.fedbytweets.xstandin.endpoint;

import java.time.Instant;

/// One of X's endpoints.
@FunctionalInterface
public interface Endpoint {

  /// @param parameters as they came
  /// @param now when the request came
  /// @throws InvalidRequestException if X would refuse the parameters
  Answer answer(Parameters parameters, Instant now);
}
