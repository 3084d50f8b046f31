package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Served;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A request that the stand-in was asked, and what came of it.
///
/// @param number counted from 1, in the order of arrival
/// @param at by the stand-in's clock
/// @param path without the parameters
/// @param parameters decoded
/// @param status the HTTP status that was answered, or would have been
/// @param served the posts and users that the answer held, even if it did not arrive
/// @param fault empty if nothing was made to go wrong
public record LoggedRequest(
    int number,
    Instant at,
    String path,
    Map<String, String> parameters,
    int status,
    Served served,
    Delivery delivery,
    Optional<Fault> fault) {

  public LoggedRequest {
    Objects.requireNonNull(at, "at");
    parameters = Map.copyOf(parameters);
  }

  /// Whether the client received a page of a search that it can use.
  public boolean gavePage() {
    return served.page() != null && delivery == Delivery.WHOLE;
  }
}
