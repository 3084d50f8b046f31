package dev.fedbytweets.bench.merge;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.pages.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

/// Posts over two years that are stored, and a run that adds to them: its new posts are from the
/// last three days, those that it sees again from anywhere in the last week.
///
/// @param stored how many are stored
record TwoYears(long stored) {

  static final int DAYS = 730;

  private static final Instant END = PageFolder.FIRST_RETRIEVED;
  private static final Instant START = END.minus(Duration.ofDays(DAYS));
  private static final Duration NEW = Duration.ofDays(3);
  private static final int DAYS_SEEN_AGAIN = 7;

  /// @param newPosts how many the run adds
  LongFunction<Instant> times(long newPosts) {
    long betweenStored = Duration.ofDays(DAYS).toMillis() * 1_000 / stored;
    long betweenNew = NEW.toMillis() / newPosts;
    return number ->
        number < stored
            ? START.plusMillis(number * betweenStored / 1_000)
            : END.minus(NEW).plusMillis((number - stored) * betweenNew);
  }

  /// What the run's pages have.
  Story story(long newPosts) {
    long lastWeek = stored * DAYS_SEEN_AGAIN / DAYS;
    return new Story(times(newPosts), stored, stored - lastWeek, stored);
  }
}
