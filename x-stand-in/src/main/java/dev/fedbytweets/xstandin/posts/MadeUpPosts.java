package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.query.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// All posts of a made-up world, at any time. The world follows from its seed alone; it is made
/// hour by hour as it is looked at, so any span can be walked through without holding it. Safe
/// for use by several threads.
///
/// Some posts are edited within the hour after they were published: from then on only the second
/// version is seen, with an identifier of its own.
public final class MadeUpPosts implements PostSource {

  private static final int USUAL_POSTS_PER_HOUR = 60;
  private static final int MOST_POSTS_PER_HOUR = 2000;

  /// At most so long after the first version comes the second.
  private static final Duration EDITABLE = Duration.ofHours(1);

  private final long seed;
  private final PostSchedule schedule;
  private final PostWriter writer;

  private MadeUpPosts(long seed, int postsPerHour) {
    this.seed = seed;
    this.schedule = new PostSchedule(seed, postsPerHour);
    this.writer = new PostWriter(seed, new Authors(seed), schedule);
  }

  /// A world with 60 posts in an average hour.
  public static MadeUpPosts seeded(long seed) {
    return new MadeUpPosts(seed, USUAL_POSTS_PER_HOUR);
  }

  /// Another world, of the same seed, with so many posts in an average hour.
  ///
  /// @param average 1 to 2000; the busiest hour has about twice as many, the quietest a quarter
  public MadeUpPosts withPostsPerHour(int average) {
    if (average < 1 || average > MOST_POSTS_PER_HOUR) {
      throw new IllegalArgumentException(
          "an hour has 1 to %d posts, not %d".formatted(MOST_POSTS_PER_HOUR, average));
    }
    return new MadeUpPosts(seed, average);
  }

  /// What was published in this span, newest first, as it is seen at the end of the span.
  ///
  /// @param from included
  /// @param to excluded
  public List<MadeUpPost> posts(Instant from, Instant to) {
    return newestFirst(Snowflake.smallestAt(from) - 1, Snowflake.smallestAt(to), to).toList();
  }

  /// What lies between two identifiers, newest first, as it is seen at a time: versions that a
  /// newer one has replaced by then, and what was published later, are left out. Lazy: an hour is
  /// made when the stream reaches it.
  ///
  /// @param afterId excluded
  /// @param beforeId excluded
  /// @param seenAt the time of the look
  public Stream<MadeUpPost> newestFirst(long afterId, long beforeId, Instant seenAt) {
    if (beforeId <= afterId) {
      return Stream.empty();
    }
    long newestHour = PostSchedule.hourOf(Snowflake.timeOf(beforeId));
    long oldestHour = PostSchedule.hourOf(Snowflake.timeOf(afterId));
    return LongStream.rangeClosed(0, newestHour - oldestHour)
        .mapToObj(back -> newestFirst(newestHour - back, seenAt))
        .flatMap(seen -> seen)
        .filter(seen -> afterId < seen.id() && seen.id() < beforeId)
        .map(seen -> writer.write(seen.outline(), seen.versions()));
  }

  /// Keyword search returns no retweets.
  @Override
  public Stream<MadeUpPost> found(SearchQuery query, long afterId, long beforeId, Instant seenAt) {
    return newestFirst(afterId, beforeId, seenAt)
        .filter(post -> !post.isRelated(PostReference.Type.RETWEETED))
        .filter(query::matches);
  }

  @Override
  public Optional<MadeUpPost> find(long id) {
    return schedule
        .find(id)
        .map(outline -> writer.write(outline, outline.versionsAt(Snowflake.timeOf(id))));
  }

  /// What is seen of the hour: its versions may be of posts that were first published the hour
  /// before.
  private Stream<Seen> newestFirst(long hour, Instant seenAt) {
    return Stream.of(hour, hour - EDITABLE.toHours())
        .flatMap(published -> schedule.hour(published).stream())
        .map(outline -> new Seen(outline, outline.versionsAt(seenAt)))
        .filter(seen -> !seen.versions().isEmpty())
        .filter(seen -> PostSchedule.hourOf(Snowflake.timeOf(seen.id())) == hour)
        .sorted(Comparator.comparingLong(Seen::id).reversed());
  }

  private record Seen(PostOutline outline, List<Long> versions) {

    long id() {
      return versions.getLast();
    }
  }
}
