package dev.fedbytweets.core.storage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What X said about the rate limit with a response: the headers `x-rate-limit-limit`,
/// `-remaining` and `-reset`.
///
/// @param limit requests in a window; null if not said
/// @param remaining requests left in this window; null if not said
/// @param reset when the window ends; null if not said
public record RateLimit(
    @Nullable Integer limit, @Nullable Integer remaining, @Nullable Instant reset) {

  public static final RateLimit UNKNOWN = new RateLimit(null, null, null);

  void putInto(Map<String, String> map) {
    PageMetadata.put(map, "rate-limit", limit);
    PageMetadata.put(map, "rate-limit-remaining", remaining);
    PageMetadata.put(map, "rate-limit-reset", reset);
  }

  static RateLimit ofMap(Map<String, String> map) {
    return new RateLimit(
        PageMetadata.get(map, "rate-limit", Integer::valueOf),
        PageMetadata.get(map, "rate-limit-remaining", Integer::valueOf),
        PageMetadata.get(map, "rate-limit-reset", Instant::parse));
  }
}
