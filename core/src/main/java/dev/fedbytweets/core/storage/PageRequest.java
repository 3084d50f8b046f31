package dev.fedbytweets.core.storage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What X was asked for a page. The fields asked for are not in it: they follow from the
/// vocabulary.
///
/// @param requestedAt when the request was sent; null if not known
/// @param query what was searched, cut if it is long; null if not known
/// @param sinceId only posts after this were asked for; null if it was not asked for
/// @param untilId only posts before this were asked for; null if it was not asked for
/// @param token the page token that asked for this page; null for the first page of a window
/// @param maxResults the page size asked for; null if not known
/// @param vocabulary `tweet` or `post`: the names that the request used; null if not known
public record PageRequest(
    @Nullable Instant requestedAt,
    @Nullable String query,
    @Nullable Long sinceId,
    @Nullable Long untilId,
    @Nullable String token,
    @Nullable Integer maxResults,
    @Nullable String vocabulary) {

  public static final PageRequest UNKNOWN =
      new PageRequest(null, null, null, null, null, null, null);

  private static final String QUERY = "query";

  void putInto(Map<String, String> map) {
    PageMetadata.put(map, "requested-at", requestedAt);
    PageMetadata.put(map, "since-id", sinceId);
    PageMetadata.put(map, "until-id", untilId);
    PageMetadata.put(map, "token", token);
    PageMetadata.put(map, "max-results", maxResults);
    PageMetadata.put(map, "vocabulary", vocabulary);
  }

  /// Adds the query, cut so that it takes no more than this.
  ///
  /// @param most bytes of its name and of the query, percent-encoded
  void putQueryInto(Map<String, String> map, int most) {
    if (query != null) {
      map.put(QUERY, encoded(query, most - QUERY.length()));
    }
  }

  /// Cuts the query in a map by as many bytes as there are too many.
  ///
  /// @param free how many bytes there are left; less than 0 if there are too many
  static void cutQuery(Map<String, String> map, int free) {
    String encoded = map.get(QUERY);
    if (encoded != null && free < 0) {
      String query = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      map.put(QUERY, encoded(query, Math.max(0, encoded.length() + free)));
    }
  }

  static PageRequest ofMap(Map<String, String> map) {
    return new PageRequest(
        PageMetadata.get(map, "requested-at", Instant::parse),
        PageMetadata.get(map, QUERY, text -> URLDecoder.decode(text, StandardCharsets.UTF_8)),
        PageMetadata.get(map, "since-id", Long::valueOf),
        PageMetadata.get(map, "until-id", Long::valueOf),
        map.get("token"),
        PageMetadata.get(map, "max-results", Integer::valueOf),
        map.get("vocabulary"));
  }

  /// The beginning of a query, percent-encoded: as many whole characters as fit.
  private static String encoded(String query, int most) {
    StringBuilder encoded = new StringBuilder();
    query
        .codePoints()
        .mapToObj(
            codePoint -> URLEncoder.encode(Character.toString(codePoint), StandardCharsets.UTF_8))
        .takeWhile(part -> encoded.length() + part.length() <= most)
        .forEach(encoded::append);
    return encoded.toString();
  }
}
