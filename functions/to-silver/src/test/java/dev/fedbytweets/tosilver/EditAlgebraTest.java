package dev.fedbytweets.tosilver;

import static dev.fedbytweets.core.model.Entity.TWEETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Tweet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the order and the portions in which the versions of edited posts arrive, and however
/// often some of them arrive, silver knows the same latest versions.
class EditAlgebraTest {

  @Property(tries = 50)
  void orderAndPortionsMakeNoDifference(@ForAll long seed) {
    List<Tweet> rows = RandomTweets.rows(seed);
    Random random = new Random(seed + 1);
    List<Tweet> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    SilverLake lake = new SilverLake();

    for (List<Tweet> portion : portions(shuffled, random)) {
      lake.tweetsToBronze(portion);
      if (random.nextInt(3) > 0) {
        lake.merge(TWEETS);
      }
    }
    lake.merge(TWEETS);

    assertThat(lake.tweets()).isEqualTo(RandomTweets.expected(rows));
  }

  @Property(tries = 20)
  void rowsThatComeAgainChangeNothing(@ForAll long seed) {
    List<Tweet> rows = RandomTweets.rows(seed);
    SilverLake lake = new SilverLake();
    lake.tweetsToBronze(rows);
    lake.merge(TWEETS);

    lake.tweetsToBronze(rows.subList(0, 1 + new Random(seed).nextInt(rows.size())));
    lake.merge(TWEETS);

    assertThat(lake.tweets()).isEqualTo(RandomTweets.expected(rows));
  }

  @Property(tries = 20)
  void oneCommitAtATimeGivesTheSame(@ForAll long seed) {
    List<Tweet> rows = RandomTweets.rows(seed);
    SilverLake lake = new SilverLake();
    portions(rows, new Random(seed)).forEach(lake::tweetsToBronze);

    lake.merge(TWEETS, 1);

    assertThat(lake.tweets()).isEqualTo(RandomTweets.expected(rows));
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
