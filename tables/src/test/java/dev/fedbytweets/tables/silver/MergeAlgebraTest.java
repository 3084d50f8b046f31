package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Tweet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Merging is idempotent, commutative and associative: whatever the order and the portions in
/// which rows arrive, and however often some of them arrive, silver is the same.
class MergeAlgebraTest {

  @Property(tries = 50)
  void orderAndPortionsMakeNoDifference(@ForAll long seed) {
    List<Tweet> rows = RandomPosts.rows(seed);
    Random random = new Random(seed + 1);
    List<Tweet> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    MergeLake lake = new MergeLake();

    for (List<Tweet> portion : portions(shuffled, random)) {
      lake.tweetsToBronze(portion);
      if (random.nextInt(3) > 0) {
        lake.mergeTweets();
      }
    }
    lake.mergeTweets();

    assertThat(lake.tweets()).isEqualTo(RandomPosts.merged(rows));
  }

  @Property(tries = 20)
  void rowsThatComeAgainChangeNothing(@ForAll long seed) {
    List<Tweet> rows = RandomPosts.rows(seed);
    MergeLake lake = new MergeLake();
    lake.tweetsToBronze(rows);
    lake.mergeTweets();

    lake.tweetsToBronze(rows.subList(0, 1 + new Random(seed).nextInt(rows.size())));
    lake.mergeTweets();

    assertThat(lake.tweets()).isEqualTo(RandomPosts.merged(rows));
  }

  @Property(tries = 20)
  void oneCommitAtATimeGivesTheSame(@ForAll long seed) {
    List<Tweet> rows = RandomPosts.rows(seed);
    MergeLake lake = new MergeLake();
    portions(rows, new Random(seed)).forEach(lake::tweetsToBronze);

    lake.mergeTweets(1);

    assertThat(lake.tweets()).isEqualTo(RandomPosts.merged(rows));
  }

  private static List<List<Tweet>> portions(List<Tweet> rows, Random random) {
    List<List<Tweet>> portions = new ArrayList<>();
    int start = 0;
    while (start < rows.size()) {
      int end = Math.min(rows.size(), start + 1 + random.nextInt(20));
      portions.add(rows.subList(start, end));
      start = end;
    }
    return portions;
  }
}
