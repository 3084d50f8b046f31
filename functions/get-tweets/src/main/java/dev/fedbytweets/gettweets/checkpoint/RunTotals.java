package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run has read.
///
/// @param pages stored
/// @param posts in these pages
/// @param users that came with the posts
/// @param partialErrors that X reported beside the posts
public record RunTotals(int pages, long posts, long users, long partialErrors) {

  public static final RunTotals NONE = new RunTotals(0, 0, 0, 0);

  static RunTotals of(List<PageMetadata> pages) {
    RunTotals totals = NONE;
    for (PageMetadata page : pages) {
      totals = totals.plus(page);
    }
    return totals;
  }

  RunTotals plus(PageMetadata page) {
    return new RunTotals(
        pages + 1,
        posts + count(page.contents().posts()),
        users + count(page.contents().users()),
        partialErrors + count(page.contents().partialErrors()));
  }

  private static int count(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
