package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Parameters;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A request as it arrived.
///
/// @param number counted from 1, in the order of arrival
/// @param at by the stand-in's clock
/// @param path without the parameters
/// @param headers by lower-case name, the first value of each
/// @param connection the same for all requests of one connection; 0 for a request without HTTP
public record ReceivedRequest(
    int number,
    Instant at,
    String method,
    String path,
    Parameters parameters,
    Map<String, String> headers,
    int connection) {

  public ReceivedRequest {
    Objects.requireNonNull(at, "at");
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }
}
