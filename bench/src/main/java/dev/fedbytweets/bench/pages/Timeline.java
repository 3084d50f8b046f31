package dev.fedbytweets.bench.pages;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Duration;
import java.time.Instant;

/// When posts were written, by their numbers, which follow each other in time but for stretches
/// that overlap.
@FunctionalInterface
public interface Timeline {

  /// 160,000 posts a day from 2026-11-01 on.
  Timeline STEADY = steady(Instant.parse("2026-11-01T00:00:00Z"), 160_000);

  /// When the post of this number was written, to the millisecond.
  Instant at(long number);

  /// So many posts a day.
  static Timeline steady(Instant start, long postsPerDay) {
    long between = Duration.ofDays(1).toMillis() / postsPerDay;
    return number -> start.plusMillis(number * between);
  }

  /// The post's identifier, which carries the time.
  default long idOf(long number) {
    return Snowflake.smallestAt(at(number)) | (number & 0x3F_FFFF);
  }
}
