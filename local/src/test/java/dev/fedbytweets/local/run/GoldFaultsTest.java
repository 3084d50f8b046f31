package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Labelling and counting that is killed at any operation and run again says what an undisturbed
/// run says.
class GoldFaultsTest {

  /// Posts of three days, each written some hours after the other.
  private static final int POSTS = 12;

  private static final Instant FIRST = Instant.parse("2026-10-30T01:00:00Z");

  private final List<Tweet> rows =
      IntStream.range(0, POSTS)
          .mapToObj(number -> Snowflake.smallestAt(FIRST.plus(Duration.ofHours(6L * number))) + 1)
          .map(id -> Samples.fullTweet(Long.toString(id), "page-" + id))
          .toList();

  @ParameterizedTest
  @EnumSource
  void everyOperationMayBreak(Moment moment) {
    GoldLake undisturbed = lake();
    undisturbed.faults().heal();
    undisturbed.gold();
    List<String> operations = undisturbed.faults().operations();
    Map<String, String> expected = undisturbed.goldRows();

    for (int operation = 0; operation < operations.size(); operation++) {
      if (isReading(operations.get(operation))) {
        continue;
      }
      GoldLake lake = lake();
      lake.faults().breakOperation(operation, moment);
      killed(lake);
      String broken = lake.faults().operations().get(operation);
      lake.faults().heal();
      lake.gold();

      assertThat(lake.goldRows()).as("%s %s (%d)", moment, broken, operation).isEqualTo(expected);
    }
    assertThat(operations).hasSizeGreaterThan(60);
    assertThat(expected.get("gold.post_labels")).contains("sentiment").contains("topics");
  }

  /// To be killed while reading is to be killed before the next change.
  private static boolean isReading(String operation) {
    return operation.startsWith("open")
        || operation.startsWith("refresh")
        || operation.startsWith("read")
        || operation.startsWith("list");
  }

  /// Gold knows two thirds of the posts; the others, of the same days, are new in silver.
  private GoldLake lake() {
    GoldLake lake = new GoldLake();
    int third = rows.size() / 3;
    lake.tweetsToBronze(rows.subList(0, 2 * third));
    lake.mergeAll();
    lake.gold();
    lake.tweetsToBronze(rows.subList(2 * third, rows.size()));
    lake.mergeAll();
    return lake;
  }

  private static void killed(GoldLake lake) {
    try {
      lake.gold();
    } catch (FaultInjector.Killed | RetryableException _) {
      // As it is meant to be.
    }
  }
}
