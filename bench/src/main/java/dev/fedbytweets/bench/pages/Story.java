package dev.fedbytweets.bench.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

/// Which posts the pages have.
///
/// @param times when the post of each number was written, to the millisecond
/// @param first the number of the first post that is new
/// @param oldest the smallest number of a post that is seen again
/// @param newest posts that are seen again have smaller numbers than this, and than their page's
///     new ones
public record Story(LongFunction<Instant> times, long first, long oldest, long newest) {

  /// 160,000 posts a day from 2026-11-01 on, of which any earlier one may be seen again.
  public static final Story STEADY =
      new Story(steady(Instant.parse("2026-11-01T00:00:00Z"), 160_000), 0, 0, Long.MAX_VALUE);

  private static LongFunction<Instant> steady(Instant start, long postsPerDay) {
    long between = Duration.ofDays(1).toMillis() / postsPerDay;
    return number -> start.plusMillis(number * between);
  }

  /// The number of a page's first new post.
  long firstOf(int page) {
    return first + (long) page * PageGenerator.NEW_POSTS;
  }

  /// Posts that are seen again on a page have smaller numbers than this.
  long seenBelow(int page) {
    return Math.min(newest, firstOf(page));
  }
}
