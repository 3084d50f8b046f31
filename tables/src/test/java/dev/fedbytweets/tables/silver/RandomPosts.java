package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.WinningRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Random rows of a few posts and subjects on three days, many retrieved at the same moment, and
/// what silver must make of them, computed the slow and obvious way.
public final class RandomPosts {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

  private RandomPosts() {}

  /// Rows as pages hold them: no page holds a key twice.
  public static List<Tweet> rows(long seed) {
    Random random = new Random(seed);
    List<Tweet> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      Tweet row = row(random);
      if (taken.add(row.id() + row.fileName())) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// What silver holds after all of these, in any order.
  public static List<SilverTweet> merged(List<Tweet> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> List.of(row.id(), row.subject())))
        .values()
        .stream()
        .map(RandomPosts::latest)
        .sorted(Comparator.comparing(SilverTweet::id).thenComparing(SilverTweet::subject))
        .toList();
  }

  private static SilverTweet latest(List<Tweet> rows) {
    return Samples.silverTweet(WinningRow.of(rows), WinningRow.firstRetrievedAt(rows));
  }

  private static Tweet row(Random random) {
    long id = Snowflake.smallestAt(MIDNIGHT.minus(Duration.ofHours(9L * random.nextInt(8))));
    String subject = random.nextBoolean() ? "coffee" : "tea";
    int moment = random.nextInt(4);
    Tweet row =
        Samples.tweet(
            Long.toString(id),
            null,
            subject,
            "subject=" + subject + "/page-" + moment + random.nextInt(3),
            MIDNIGHT.plus(Duration.ofHours(moment)),
            "text " + random.nextInt(1000),
            (long) random.nextInt(100),
            null);
    Tweet timed = random.nextBoolean() ? row : Samples.estimated(row);
    return random.nextInt(3) > 0 ? timed : Samples.referenced(timed);
  }
}
