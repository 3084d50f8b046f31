package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageContents;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a run has read.
///
/// @param pages stored
/// @param posts in these pages, and those that X may charge for answers that cannot be read
/// @param users that came with the posts
/// @param partialErrors that X reported beside the posts
/// @param repeated posts that were read before, given again because windows overlap; null for none,
///     as in checkpoints that do not have it
/// @param late posts that were not read before, though a window before had covered their time; null
///     for none, as in checkpoints that do not have it
/// @param unreadablePages answers that were quarantined because they cannot be read; null for
///     none, as in checkpoints that do not have them
/// @param unreadablePosts those of `posts` that X may charge for these; null for none
/// @param media that came with the posts; null for none, as in checkpoints that do not have them
public record RunTotals(
    int pages,
    long posts,
    long users,
    long partialErrors,
    @Nullable Long repeated,
    @Nullable Long late,
    @Nullable Integer unreadablePages,
    @Nullable Long unreadablePosts,
    @Nullable Long media) {

  public static final RunTotals NONE = new RunTotals(0, 0, 0, 0, 0L, 0L, 0, 0L, 0L);

  public RunTotals {
    repeated = Objects.requireNonNullElse(repeated, 0L);
    late = Objects.requireNonNullElse(late, 0L);
    unreadablePages = Objects.requireNonNullElse(unreadablePages, 0);
    unreadablePosts = Objects.requireNonNullElse(unreadablePosts, 0L);
    media = Objects.requireNonNullElse(media, 0L);
  }

  static RunTotals of(List<StoredPage> pages) {
    RunTotals totals = NONE;
    for (StoredPage page : pages) {
      totals = totals.plus(page);
    }
    return totals;
  }

  RunTotals plus(StoredPage page) {
    PageContents contents = page.metadata().contents();
    int postsOfPage = count(contents.posts());
    boolean unreadable = page.isUnreadable();
    return new RunTotals(
        unreadable ? pages : pages + 1,
        posts + postsOfPage,
        users + count(contents.users()),
        partialErrors + count(contents.partialErrors()),
        repeated,
        late,
        unreadable ? unreadablePages + 1 : unreadablePages,
        unreadable ? unreadablePosts + postsOfPage : unreadablePosts,
        media + count(contents.media()));
  }

  /// With posts of the span that windows have in common.
  RunTotals plusOverlap(long repeatedPosts, long latePosts) {
    return new RunTotals(
        pages,
        posts,
        users,
        partialErrors,
        repeated + repeatedPosts,
        late + latePosts,
        unreadablePages,
        unreadablePosts,
        media);
  }

  private static int count(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
