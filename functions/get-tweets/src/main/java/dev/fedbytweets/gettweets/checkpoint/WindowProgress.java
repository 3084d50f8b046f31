package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageContents;
import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much of a window is read.
///
/// @param searchedUntil X had searched up to here when it gave the first page; null before that
/// @param newestId the newest post read; null before there is one
/// @param oldestId the oldest post read; null before there is one
/// @param nextToken of the page to ask for next; null at the start of the window and where it was
///     restarted
/// @param pages read
/// @param posts read
public record WindowProgress(
    @Nullable Instant searchedUntil,
    @Nullable Long newestId,
    @Nullable Long oldestId,
    @Nullable String nextToken,
    int pages,
    long posts) {

  static final WindowProgress NONE = new WindowProgress(null, null, null, null, 0, 0);

  /// With one more page read. The newest post is the first page's: posts that appear while later
  /// pages are read belong to the next window.
  WindowProgress after(PageMetadata page) {
    PageContents contents = page.contents();
    return new WindowProgress(
        searchedUntil == null
            ? SearchHorizon.searchedUntil(page.request().requestedAt())
            : searchedUntil,
        newestId == null ? contents.newestId() : newestId,
        lower(oldestId, contents.oldestId()),
        contents.nextToken(),
        pages + 1,
        posts + (contents.posts() == null ? 0 : contents.posts()));
  }

  WindowProgress withoutToken() {
    return new WindowProgress(searchedUntil, newestId, oldestId, null, pages, posts);
  }

  private static @Nullable Long lower(@Nullable Long known, @Nullable Long seen) {
    if (known == null || seen == null) {
      return known == null ? seen : known;
    }
    return Long.valueOf(Math.min(known, seen));
  }
}
