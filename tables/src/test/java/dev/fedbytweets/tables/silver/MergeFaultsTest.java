package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A merge that is killed at any operation and run again leaves silver as an undisturbed one
/// does.
class MergeFaultsTest {

  private static final RunName FIRST_RUN = new RunName("run-1");

  private final List<Tweet> rows = RandomPosts.rows(7);
  private final int half = rows.size() / 2;

  @ParameterizedTest
  @EnumSource
  void everyOperationMayBreak(Moment moment) {
    Counts undisturbed = lakeBeforeTheSecondHalf().mergeTweets();
    int operations = operationsOfTheSecondHalf();

    for (int operation = 0; operation < operations; operation++) {
      MergeLake lake = lakeBeforeTheSecondHalf();
      lake.faults().breakOperation(operation, moment);
      boolean wasKilled = isKilled(lake);
      String broken = lake.faults().operations().get(operation);
      lake.faults().heal();
      Counts counts = lake.mergeTweets();

      assertThat(lake.tweets()).as("%s %s", moment, broken).isEqualTo(RandomPosts.merged(rows));
      assertThat(counts).as("%s %s", moment, broken).isEqualTo(undisturbed);
      assertThat(wasKilled || isOnlyTidyingUp(broken)).as("%s %s", moment, broken).isTrue();
    }
    assertThat(operations).isGreaterThan(20);
    assertThat(undisturbed).isNotEqualTo(Counts.NONE);
  }

  /// What Iceberg does after a commit took effect, and does not fail for.
  private static boolean isOnlyTidyingUp(String operation) {
    return operation.startsWith("delete")
        || operation.startsWith("refresh")
        || operation.startsWith("open");
  }

  private static boolean isKilled(MergeLake lake) {
    try {
      lake.mergeTweets();
      return false;
    } catch (FaultInjector.Killed | RetryableException e) {
      return true;
    }
  }

  private MergeLake lakeBeforeTheSecondHalf() {
    MergeLake lake = new MergeLake();
    lake.tweetsToBronze(rows.subList(0, half));
    lake.mergeTweets(FIRST_RUN);
    lake.tweetsToBronze(rows.subList(half, rows.size()));
    return lake;
  }

  private int operationsOfTheSecondHalf() {
    MergeLake lake = lakeBeforeTheSecondHalf();
    lake.faults().heal();
    lake.mergeTweets();
    return lake.faults().operations().size();
  }
}
