package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.query.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/// The posts that a test published, one by one: short ones by one author, which every query finds.
/// Safe for use by several threads.
public final class ListedPosts implements PostSource {

  private static final Author AUTHOR = new Authors(1).number(0);
  private static final PostFlags FLAGS = new PostFlags(false, List.of(), null, "everyone", false);

  private final NavigableSet<Long> ids = new ConcurrentSkipListSet<>();

  /// Publishes a post.
  ///
  /// @param number distinguishes posts of the same millisecond
  /// @return its identifier
  public long post(Instant time, int number) {
    long id = Snowflake.smallestAt(time) + number;
    ids.add(id);
    return id;
  }

  /// Publishes posts, one each minute, the last one at this time.
  ///
  /// @return their identifiers, oldest first
  public List<Long> postEachMinute(Instant last, int count) {
    List<Long> ids = new ArrayList<>();
    for (int back = count - 1; back >= 0; back--) {
      ids.add(post(last.minus(Duration.ofMinutes(back)), 7));
    }
    return ids;
  }

  /// All identifiers so far, ascending.
  public Collection<Long> ids() {
    return ids;
  }

  @Override
  public Stream<MadeUpPost> found(SearchQuery query, long afterId, long beforeId, Instant seenAt) {
    return beforeId <= afterId
        ? Stream.empty()
        : ids.subSet(afterId, false, beforeId, false).descendingSet().stream()
            .map(ListedPosts::made);
  }

  @Override
  public Optional<MadeUpPost> find(long id) {
    return ids.contains(id) ? Optional.of(made(id)) : Optional.empty();
  }

  private static MadeUpPost made(long id) {
    TextBuilder text = new TextBuilder().words("made up, \u2028 " + id);
    return new MadeUpPost(
        id,
        List.of(id),
        AUTHOR,
        Language.ENGLISH.tag(),
        List.of(),
        text.composed(),
        null,
        null,
        null,
        null,
        FLAGS,
        new Engagement(Snowflake.timeOf(id), 0, Duration.ofHours(1)));
  }
}
