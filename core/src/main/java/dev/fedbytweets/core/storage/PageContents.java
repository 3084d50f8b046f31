package dev.fedbytweets.core.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a page holds, as its envelope says.
///
/// @param nextToken the page token of the next page; null on the last page of a window
/// @param newestId the newest post of the page; null if it has none
/// @param oldestId the oldest post of the page; null if it has none
/// @param posts how many posts; null if not known
/// @param users how many users; null if not known
/// @param partialErrors how many errors X reported beside the posts; null if not known
/// @param media how many media; null if not known
public record PageContents(
    @Nullable String nextToken,
    @Nullable Long newestId,
    @Nullable Long oldestId,
    @Nullable Integer posts,
    @Nullable Integer users,
    @Nullable Integer partialErrors,
    @Nullable Integer media) {

  public static final PageContents UNKNOWN =
      new PageContents(null, null, null, null, null, null, null);

  void putInto(Map<String, String> map) {
    PageMetadata.put(map, "next-token", nextToken);
    PageMetadata.put(map, "newest-id", newestId);
    PageMetadata.put(map, "oldest-id", oldestId);
    PageMetadata.put(map, "posts", posts);
    PageMetadata.put(map, "users", users);
    PageMetadata.put(map, "partial-errors", partialErrors);
    PageMetadata.put(map, "media", media);
  }

  static PageContents ofMap(Map<String, String> map) {
    return new PageContents(
        map.get("next-token"),
        PageMetadata.get(map, "newest-id", Long::valueOf),
        PageMetadata.get(map, "oldest-id", Long::valueOf),
        PageMetadata.get(map, "posts", Integer::valueOf),
        PageMetadata.get(map, "users", Integer::valueOf),
        PageMetadata.get(map, "partial-errors", Integer::valueOf),
        PageMetadata.get(map, "media", Integer::valueOf));
  }
}
