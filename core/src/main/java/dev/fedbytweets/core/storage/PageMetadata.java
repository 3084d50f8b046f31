package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.failure.RejectedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What belongs to a page but is not in its body. It travels as the object's metadata: the query
/// takes what the rest leaves of [ObjectMetadata#MOST_BYTES], which is more than 400 characters as
/// long as no token is longer than [#LONGEST_TOKEN].
///
/// @param retrievedAt when X answered
/// @param isRetrievedAtKnown false if that is only estimated: X answered then or later
/// @param sha256 of the body as it was stored first, before compression, hexadecimal
/// @param status the HTTP status; null if not known
/// @param request what X was asked
/// @param contents what X answered
/// @param rateLimit what X said about its rate limit
public record PageMetadata(
    Instant retrievedAt,
    boolean isRetrievedAtKnown,
    String sha256,
    @Nullable Integer status,
    PageRequest request,
    PageContents contents,
    RateLimit rateLimit) {

  /// Characters of a page token at most. Longer ones have no place here, and so are not followed.
  public static final int LONGEST_TOKEN = 512;

  /// The name of what an imported page was made of; pages that are as X sent them have none.
  public static final String SOURCE_KIND = "source-kind";

  /// The name of the SHA-256 that a page's body has since something was taken out of it; pages that
  /// are as they were stored have none.
  public static final String REDACTED_SHA256 = "redacted-sha256";

  private static final String RETRIEVED_AT = "retrieved-at";
  private static final String RETRIEVED_AT_KNOWN = "retrieved-at-known";
  private static final String SHA_256 = "sha256";
  private static final String STATUS = "status";

  public PageMetadata {
    Objects.requireNonNull(retrievedAt, RETRIEVED_AT);
    Objects.requireNonNull(sha256, SHA_256);
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(contents, "contents");
    Objects.requireNonNull(rateLimit, "rateLimit");
  }

  /// A page of which only this is known.
  ///
  /// @param isRetrievedAtKnown false if the time is only estimated
  public static PageMetadata imported(
      Instant retrievedAt, boolean isRetrievedAtKnown, String sha256) {
    return new PageMetadata(
        retrievedAt,
        isRetrievedAtKnown,
        sha256,
        null,
        PageRequest.UNKNOWN,
        PageContents.UNKNOWN,
        RateLimit.UNKNOWN);
  }

  /// As object metadata; what is null is left out.
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    put(map, RETRIEVED_AT, retrievedAt);
    put(map, RETRIEVED_AT_KNOWN, isRetrievedAtKnown ? null : "false");
    put(map, SHA_256, sha256);
    put(map, STATUS, status);
    request.putInto(map);
    contents.putInto(map);
    rateLimit.putInto(map);
    request.putQueryInto(map, ObjectMetadata.MOST_BYTES - ObjectMetadata.bytes(map));
    return map;
  }

  /// The reverse of [#toMap()], except that a long query comes back cut.
  ///
  /// @param key the page's, for messages
  /// @throws RejectedException if a value is missing that must be there, or cannot be read
  public static PageMetadata ofMap(String key, Map<String, String> map) {
    try {
      return new PageMetadata(
          retrievedAt(key, map),
          isRetrievedAtKnown(map),
          required(map, SHA_256),
          get(map, STATUS, Integer::valueOf),
          PageRequest.ofMap(map),
          PageContents.ofMap(map),
          RateLimit.ofMap(map));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(key, e);
    }
  }

  /// When X answered, from what [#toMap()] gave. A page's rows need no more than this and
  /// [#isRetrievedAtKnown(Map)].
  ///
  /// @param key the page's, for messages
  /// @throws RejectedException if it is missing or cannot be read
  public static Instant retrievedAt(String key, Map<String, String> map) {
    try {
      return Instant.parse(required(map, RETRIEVED_AT));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(key, e);
    }
  }

  /// Whether that time is known, from what [#toMap()] gave.
  public static boolean isRetrievedAtKnown(Map<String, String> map) {
    return !"false".equals(map.get(RETRIEVED_AT_KNOWN));
  }

  /// The SHA-256 of the body as it is now, from what [#toMap()] gave; empty if that is not known.
  public static Optional<String> presentSha256(Map<String, String> map) {
    return Optional.ofNullable(map.getOrDefault(REDACTED_SHA256, map.get(SHA_256)));
  }

  /// The metadata of a page once something was taken out of it. A long query is cut to make room.
  ///
  /// @param map what [#toMap()] gave, with or without more entries
  /// @param redactedSha256 of the body without it, before compression, hexadecimal
  public static Map<String, String> redacted(Map<String, String> map, String redactedSha256) {
    Map<String, String> redacted = new TreeMap<>(map);
    redacted.put(REDACTED_SHA256, redactedSha256);
    PageRequest.cutQuery(redacted, ObjectMetadata.MOST_BYTES - ObjectMetadata.bytes(redacted));
    return redacted;
  }

  private static RejectedException unreadable(String key, RuntimeException e) {
    return new RejectedException(
        "%s: its metadata cannot be read: %s".formatted(key, e.getMessage()), e);
  }

  private static String required(Map<String, String> map, String name) {
    String value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  static void put(Map<String, String> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value.toString());
    }
  }

  static <T> @Nullable T get(Map<String, String> map, String name, Function<String, T> parse) {
    String value = map.get(name);
    return value == null ? null : parse.apply(value);
  }
}
