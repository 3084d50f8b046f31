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

/// Merging is idempotent, commutative and associative: whatever the order and the portions in
/// which looks arrive, and however often some of them arrive, silver is the same.
class MergeAlgebraTest {

  @Property(tries = 50)
  void orderAndPortionsMakeNoDifference(@ForAll long seed) {
    List<Tweet> looks = Looks.random(seed);
    Random random = new Random(seed + 1);
    List<Tweet> shuffled = new ArrayList<>(looks);
    Collections.shuffle(shuffled, random);
    SilverLake lake = new SilverLake();

    for (List<Tweet> portion : portions(shuffled, random)) {
      lake.tweetsToBronze(portion);
      if (random.nextInt(3) > 0) {
        lake.merge(TWEETS);
      }
    }
    lake.merge(TWEETS);

    assertThat(lake.tweets()).isEqualTo(Looks.expected(looks));
  }

  @Property(tries = 20)
  void whatIsKnownChangesNothing(@ForAll long seed) {
    List<Tweet> looks = Looks.random(seed);
    SilverLake lake = new SilverLake();
    lake.tweetsToBronze(looks);
    lake.merge(TWEETS);

    lake.tweetsToBronze(looks.subList(0, 1 + new Random(seed).nextInt(looks.size())));
    lake.merge(TWEETS);

    assertThat(lake.tweets()).isEqualTo(Looks.expected(looks));
  }

  @Property(tries = 20)
  void aCommitAtATimeGivesTheSame(@ForAll long seed) {
    List<Tweet> looks = Looks.random(seed);
    SilverLake lake = new SilverLake();
    portions(looks, new Random(seed)).forEach(lake::tweetsToBronze);

    lake.merge(TWEETS, MergeFaultsTest.RUN, 1);

    assertThat(lake.tweets()).isEqualTo(Looks.expected(looks));
  }

  private static List<List<Tweet>> portions(List<Tweet> looks, Random random) {
    List<List<Tweet>> portions = new ArrayList<>();
    int start = 0;
    while (start < looks.size()) {
      int end = Math.min(looks.size(), start + 1 + random.nextInt(20));
      portions.add(looks.subList(start, end));
      start = end;
    }
    return portions;
  }
}
