package dev.fedbytweets.core.storage;

import java.time.Instant;

/// What X said about the rate limit with a response: the headers `x-rate-limit-limit`,
/// `-remaining` and `-reset`.
///
/// @param limit requests in a window; null if not said
/// @param remaining requests left in this window; null if not said
/// @param reset when the window ends; null if not said
public record RateLimit(Integer limit, Integer remaining, Instant reset) {

  public static final RateLimit UNKNOWN = new RateLimit(null, null, null);
}
