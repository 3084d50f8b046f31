package dev.fedbytweets.xstandin;

import com.sun.net.httpserver.HttpExchange;
import dev.fedbytweets.xstandin.endpoint.Parameters;
import java.time.Instant;

/// A request as it arrives.
///
/// @param number counted from 1
/// @param at by the stand-in's clock
/// @param authorization the header of this name; null if there is none
record Incoming(
    int number,
    Instant at,
    String method,
    String path,
    Parameters parameters,
    String authorization) {

  static Incoming of(HttpExchange exchange, int number, Instant at) {
    return new Incoming(
        number,
        at,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Parameters.of(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders().getFirst("Authorization"));
  }
}
