package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.PageContents;
import dev.fedbytweets.core.storage.PageMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// How much of a window is read.
///
/// @param searchedUntil X had searched up to here when it gave the first page; null before that
/// @param newestId the newest post read; null before there is one
/// @param oldestId the oldest post read; null before there is one
/// @param nextToken the page token of the page to ask for next; null at the start of the window and
///     where the rest of it is asked for
/// @param pages read
/// @param posts read
/// @param followedTokens checksums of the last 1,000 page tokens that were followed; null for none,
///     as in checkpoints that do not have them; copied
/// @param recentIds the posts read that are newer than the newest less the next window's overlap;
///     null for none, as in checkpoints that do not have them; copied
/// @param unreadableSince when X first gave an answer that cannot be read in place of the page to
///     ask for next; null if it did not. Kept when [UnreadablePages] tries without the page token,
///     null again when X has refused the token or the query
public record WindowProgress(
    @Nullable Instant searchedUntil,
    @Nullable Long newestId,
    @Nullable Long oldestId,
    @Nullable String nextToken,
    int pages,
    long posts,
    List<Integer> followedTokens,
    List<Long> recentIds,
    @Nullable Instant unreadableSince) {

  static final WindowProgress NONE =
      new WindowProgress(null, null, null, null, 0, 0, List.of(), List.of(), null);

  private static final int MOST_TOKENS = 1000;

  public WindowProgress {
    followedTokens = List.copyOf(Objects.requireNonNullElse(followedTokens, List.of()));
    recentIds = List.copyOf(Objects.requireNonNullElse(recentIds, List.of()));
  }

  /// Whether a page has a page token that leads on: one that was not followed before. The token of
  /// a page whose posts are all in the span that is read already leads nowhere; that of a page
  /// without posts may.
  boolean isLedOnBy(PageMetadata page) {
    String token = page.contents().nextToken();
    Long seen = page.contents().oldestId();
    return token != null
        && !withFollowed(page.request().token()).contains(checksum(token))
        && (seen == null || isOlder(seen));
  }

  /// Whether a page has posts that are older than all that were read before.
  boolean isDeepenedBy(PageMetadata page) {
    Long seen = page.contents().oldestId();
    return seen != null && isOlder(seen);
  }

  private boolean isOlder(long id) {
    return oldestId == null || id < oldestId;
  }

  /// With one more page read. The newest post is the first page's: posts that appear while later
  /// pages are read belong to the next window.
  ///
  /// @param nextOverlap how far the next window reaches back into this one
  WindowProgress after(StoredPage stored, Duration nextOverlap) {
    PageMetadata page = stored.metadata();
    PageContents contents = page.contents();
    Long newest = newestId == null ? contents.newestId() : newestId;
    return new WindowProgress(
        searchedUntil == null
            ? SearchHorizon.searchedUntil(page.request().requestedAt())
            : searchedUntil,
        newest,
        lower(oldestId, contents.oldestId()),
        contents.nextToken(),
        pages + 1,
        posts + (contents.posts() == null ? 0 : contents.posts()),
        withFollowed(page.request().token()),
        newest == null
            ? recentIds
            : withRecent(stored.ids(), Snowflake.earlier(newest, nextOverlap)),
        null);
  }

  private List<Long> withRecent(List<Long> ids, long after) {
    return Stream.concat(recentIds.stream(), ids.stream())
        .filter(id -> id > after)
        .distinct()
        .toList();
  }

  WindowProgress withoutToken() {
    return new WindowProgress(
        searchedUntil,
        newestId,
        oldestId,
        null,
        pages,
        posts,
        followedTokens,
        recentIds,
        unreadableSince);
  }

  WindowProgress withUnreadableSince(@Nullable Instant time) {
    return new WindowProgress(
        searchedUntil,
        newestId,
        oldestId,
        nextToken,
        pages,
        posts,
        followedTokens,
        recentIds,
        time);
  }

  /// Two page tokens may have the same checksum. Then one of them is not followed, and the rest of
  /// the window is asked for without it.
  private static int checksum(String token) {
    CRC32 checksum = new CRC32();
    checksum.update(token.getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  private List<Integer> withFollowed(@Nullable String token) {
    if (token == null) {
      return followedTokens;
    }
    List<Integer> more = new ArrayList<>(followedTokens);
    more.add(checksum(token));
    return more.subList(Math.max(0, more.size() - MOST_TOKENS), more.size());
  }

  private static @Nullable Long lower(@Nullable Long known, @Nullable Long seen) {
    if (known == null || seen == null) {
      return known == null ? seen : known;
    }
    return Long.valueOf(Math.min(known, seen));
  }
}
