package dev.fedbytweets.tables.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.lookup.PlacedPosts.PlacedPost;
import dev.fedbytweets.tables.lookup.SeenRows.SeenRow;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final Instant SEEN = Instant.parse("2026-11-21T07:00:00Z");
  private static final long FIRST = 1_990_000_000_000_000_000L;

  private final MergeLake lake = new MergeLake();
  private final StoredIdentifiers identifiers =
      new StoredIdentifiers(lake.tables(), SilverDefinitions.TWEETS);

  @Test
  void aLakeWithoutTheTableHasNone() {
    assertThat(identifiers.rows()).isZero();
    assertThat(ids(0, 1)).isEmpty();
  }

  @Test
  void aPostOfTwoSubjectsComesOnce() {
    lake.tweetsToBronze(
        List.of(
            Samples.bareTweet("1990000000000000002", "coffee", "a", SEEN),
            Samples.bareTweet("1990000000000000002", "tea", "b", SEEN),
            Samples.bareTweet("1990000000000000001", "tea", "b", SEEN)));
    lake.mergeTweets();

    assertThat(identifiers.rows()).isEqualTo(3);
    assertThat(ids(0, 1)).containsExactly(1990000000000000001L, 1990000000000000002L);
  }

  @Test
  void partsHaveEachOfThemOnceWhateverElseTheTableHolds() {
    lake.tweetsToBronze(
        IntStream.range(0, 1000)
            .mapToObj(n -> Samples.bareTweet(Long.toString(FIRST + n * 7L), "coffee", "a", SEEN))
            .toList());
    lake.mergeTweets();
    List<Long> third = ids(2, 3);

    List<Long> all = new ArrayList<>(ids(0, 3));
    all.addAll(ids(1, 3));
    all.addAll(third);
    assertThat(all).hasSize(1000).doesNotHaveDuplicates();
    assertThat(third).hasSizeBetween(250, 420);

    lake.tweetsToBronze(List.of(Samples.bareTweet("1990000000000000003", "tea", "b", SEEN)));
    lake.mergeTweets();
    assertThat(ids(2, 3)).containsAll(third);
  }

  @Test
  void rowsSayWhenTheyWereSeenAndWhetherThatIsKnown() {
    lake.tweetsToBronze(
        List.of(
            Samples.bareTweet("1990000000000000001", "coffee", "a", SEEN),
            Samples.estimated(Samples.bareTweet("1990000000000000002", "coffee", "a", SEEN)),
            Samples.bareTweet("1990000000000000003", "coffee", "a", SEEN)));
    lake.mergeTweets();
    List<SeenRow> rows = new ArrayList<>();

    SeenRows.forEach(
        lake.tables(),
        SilverDefinitions.TWEETS,
        Set.of(1990000000000000001L, 1990000000000000002L),
        rows::add);

    assertThat(rows)
        .containsExactlyInAnyOrder(
            new SeenRow(1990000000000000001L, SEEN, true, false),
            new SeenRow(1990000000000000002L, SEEN, false, false));
  }

  @Test
  void postsWithAPlaceAreFound() {
    lake.tweetsToBronze(
        List.of(
            Samples.fullTweet("1990000000000000001", "a"),
            Samples.bareTweet("1990000000000000002", "coffee", "a", SEEN)));
    List<PlacedPost> posts = new ArrayList<>();

    PlacedPosts.forEach(lake.tables(), posts::add);

    assertThat(posts).extracting(PlacedPost::id).containsExactly("1990000000000000001");
    assertThat(posts.getFirst().author()).isNotBlank();
  }

  private List<Long> ids(int part, int parts) {
    List<Long> ids = new ArrayList<>();
    identifiers.forEach(part, parts, ids::add);
    return ids;
  }
}
