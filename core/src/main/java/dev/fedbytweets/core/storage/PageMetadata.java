package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.failure.RejectedException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/// What belongs to a page but is not in its body. It travels as the object's metadata, at most 2
/// kB, so the query is cut where it is long and the fields asked for are not in it: they follow
/// from the vocabulary. What is not known is null.
///
/// @param retrievedAt when X answered, not null; of an imported page what the page says, else the
///     time of its file
/// @param sha256 of the body before compression, hexadecimal, not null
/// @param status the HTTP status
/// @param requestedAt when the request was sent
/// @param query what was searched, possibly cut
/// @param sinceId only posts after this were asked for
/// @param untilId only posts before this were asked for
/// @param token the token that asked for this page, null for the first page of a window
/// @param maxResults the page size asked for
/// @param vocabulary `tweet` or `post`: the names in which the request spoke
/// @param nextToken the token of the next page, null on the last page of a window
/// @param newestId the newest post of the page
/// @param oldestId the oldest post of the page
/// @param posts posts in the page
/// @param users users in the page
/// @param partialErrors errors that X reported beside the posts
/// @param rateLimit not null
public record PageMetadata(
    Instant retrievedAt,
    String sha256,
    Integer status,
    Instant requestedAt,
    String query,
    Long sinceId,
    Long untilId,
    String token,
    Integer maxResults,
    String vocabulary,
    String nextToken,
    Long newestId,
    Long oldestId,
    Integer posts,
    Integer users,
    Integer partialErrors,
    RateLimit rateLimit) {

  private static final String RETRIEVED_AT = "retrieved-at";

  /// Of the encoded query; with everything else it stays well below 2 kB.
  private static final int LONGEST_QUERY = 1000;

  public PageMetadata {
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(rateLimit, "rateLimit");
  }

  /// A page of which only this is known.
  public static PageMetadata imported(Instant retrievedAt, String sha256) {
    return new PageMetadata(
        retrievedAt,
        sha256,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        RateLimit.UNKNOWN);
  }

  /// As object metadata; what is null is left out.
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    put(map, RETRIEVED_AT, retrievedAt);
    put(map, "sha256", sha256);
    put(map, "status", status);
    put(map, "requested-at", requestedAt);
    put(map, "query", query == null ? null : cut(query));
    put(map, "since-id", sinceId);
    put(map, "until-id", untilId);
    put(map, "token", token);
    put(map, "max-results", maxResults);
    put(map, "vocabulary", vocabulary);
    put(map, "next-token", nextToken);
    put(map, "newest-id", newestId);
    put(map, "oldest-id", oldestId);
    put(map, "posts", posts);
    put(map, "users", users);
    put(map, "partial-errors", partialErrors);
    put(map, "rate-limit", rateLimit.limit());
    put(map, "rate-limit-remaining", rateLimit.remaining());
    put(map, "rate-limit-reset", rateLimit.reset());
    return map;
  }

  /// The reverse of [#toMap()].
  ///
  /// @param key the page's, for messages
  /// @throws RejectedException if a value is missing that must be there, or cannot be read
  public static PageMetadata ofMap(String key, Map<String, String> map) {
    try {
      return new PageMetadata(
          retrievedAt(key, map),
          Objects.requireNonNull(map.get("sha256"), "sha256 is missing"),
          get(map, "status", Integer::valueOf),
          get(map, "requested-at", Instant::parse),
          get(map, "query", value -> URLDecoder.decode(value, StandardCharsets.UTF_8)),
          get(map, "since-id", Long::valueOf),
          get(map, "until-id", Long::valueOf),
          map.get("token"),
          get(map, "max-results", Integer::valueOf),
          map.get("vocabulary"),
          map.get("next-token"),
          get(map, "newest-id", Long::valueOf),
          get(map, "oldest-id", Long::valueOf),
          get(map, "posts", Integer::valueOf),
          get(map, "users", Integer::valueOf),
          get(map, "partial-errors", Integer::valueOf),
          new RateLimit(
              get(map, "rate-limit", Integer::valueOf),
              get(map, "rate-limit-remaining", Integer::valueOf),
              get(map, "rate-limit-reset", Instant::parse)));
    } catch (NullPointerException | IllegalArgumentException | DateTimeException e) {
      throw unreadable(key, e);
    }
  }

  /// When X answered, of what [#toMap()] gave: all that a page's rows need.
  ///
  /// @param key the page's, for messages
  /// @return not null
  /// @throws RejectedException if it is missing or cannot be read
  public static Instant retrievedAt(String key, Map<String, String> map) {
    try {
      return Objects.requireNonNull(
          get(map, RETRIEVED_AT, Instant::parse), RETRIEVED_AT + " is missing");
    } catch (NullPointerException | DateTimeException e) {
      throw unreadable(key, e);
    }
  }

  private static RejectedException unreadable(String key, RuntimeException e) {
    return new RejectedException(
        "%s: its metadata cannot be read: %s".formatted(key, e.getMessage()), e);
  }

  private static void put(Map<String, String> map, String name, Object value) {
    if (value != null) {
      map.put(name, value.toString());
    }
  }

  private static <T> T get(Map<String, String> map, String name, Function<String, T> parse) {
    String value = map.get(name);
    return value == null ? null : parse.apply(value);
  }

  private static String cut(String query) {
    StringBuilder encoded = new StringBuilder();
    query
        .codePoints()
        .mapToObj(
            codePoint -> URLEncoder.encode(Character.toString(codePoint), StandardCharsets.UTF_8))
        .takeWhile(part -> encoded.length() + part.length() <= LONGEST_QUERY)
        .forEach(encoded::append);
    return encoded.toString();
  }
}
