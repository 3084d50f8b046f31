package dev.fedbytweets.tosilver;

import static dev.fedbytweets.core.model.Entity.TWEETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ToSilverOutput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A merge that is killed at any operation and run again leaves silver as an undisturbed one
/// does.
class MergeFaultsTest {

  static final Run RUN = new Run(new RunName("run-2"), Instant.parse("2026-11-21T14:00:00Z"));

  private final List<Tweet> looks = Looks.random(7);
  private final int half = looks.size() / 2;

  @ParameterizedTest
  @EnumSource
  void everyOperationMayBreak(Moment moment) {
    ToSilverOutput undisturbed = mergedSecondHalf(new SilverLake());
    int operations = operationsOfTheSecondHalf();

    for (int operation = 0; operation < operations; operation++) {
      SilverLake lake = lakeBeforeTheSecondHalf();
      lake.faults().breakOperation(operation, moment);
      boolean wasKilled = isKilled(lake);
      String broken = lake.faults().operations().get(operation);
      lake.faults().heal();
      ToSilverOutput output = lake.merge(TWEETS, RUN, 1_000_000);

      assertThat(lake.tweets()).as("%s %s", moment, broken).isEqualTo(Looks.expected(looks));
      assertThat(output.counts()).as("%s %s", moment, broken).isEqualTo(undisturbed.counts());
      assertThat(wasKilled || isOnlyTidyingUp(broken)).as("%s %s", moment, broken).isTrue();
    }
    assertThat(operations).isGreaterThan(20);
    assertThat(undisturbed.counts()).isNotEqualTo(Counts.NONE);
  }

  /// What Iceberg does after a commit took effect, and does not fail for.
  private static boolean isOnlyTidyingUp(String operation) {
    return operation.startsWith("delete")
        || operation.startsWith("refresh")
        || operation.startsWith("open");
  }

  private boolean isKilled(SilverLake lake) {
    try {
      lake.merge(TWEETS, RUN, 1_000_000);
      return false;
    } catch (FaultInjector.Killed | RetryableException e) {
      return true;
    }
  }

  private SilverLake lakeBeforeTheSecondHalf() {
    SilverLake lake = new SilverLake();
    lake.tweetsToBronze(looks.subList(0, half));
    lake.merge(TWEETS);
    lake.tweetsToBronze(looks.subList(half, looks.size()));
    return lake;
  }

  private ToSilverOutput mergedSecondHalf(SilverLake lake) {
    lake.tweetsToBronze(looks.subList(0, half));
    lake.merge(TWEETS);
    lake.tweetsToBronze(looks.subList(half, looks.size()));
    return lake.merge(TWEETS, RUN, 1_000_000);
  }

  private int operationsOfTheSecondHalf() {
    SilverLake lake = lakeBeforeTheSecondHalf();
    lake.faults().heal();
    lake.merge(TWEETS, RUN, 1_000_000);
    return lake.faults().operations().size();
  }
}
