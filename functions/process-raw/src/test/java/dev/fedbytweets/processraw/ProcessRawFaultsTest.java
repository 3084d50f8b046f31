package dev.fedbytweets.processraw;

import static dev.fedbytweets.processraw.PageLake.COFFEE;
import static dev.fedbytweets.processraw.PageLake.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ProcessRawOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An attempt that is killed at any operation, and another one after it, leave the tables as an
/// undisturbed attempt does.
class ProcessRawFaultsTest {

  @ParameterizedTest
  @EnumSource
  void everyOperationMayBreak(Moment moment) {
    PageLake undisturbed = lakeWithPages();
    undisturbed.faults().heal();
    ProcessRawOutput expected = undisturbed.process("r2");
    int operations = undisturbed.faults().operations().size();

    for (int operation = 0; operation < operations; operation++) {
      PageLake lake = lakeWithPages();
      lake.faults().breakOperation(operation, moment);
      killed(lake);
      String broken = lake.faults().operations().get(operation);
      lake.faults().heal();
      ProcessRawOutput output = lake.process("r2");

      assertThat(lake.tweets()).as("%s %s", moment, broken).isEqualTo(undisturbed.tweets());
      assertThat(lake.users()).as("%s %s", moment, broken).isEqualTo(undisturbed.users());
      assertThat(lake.places()).as("%s %s", moment, broken).isEqualTo(undisturbed.places());
      assertThat(lake.media()).as("%s %s", moment, broken).isEqualTo(undisturbed.media());
      assertThat(output.tweets()).as("%s %s", moment, broken).isEqualTo(expected.tweets());
      long quarantined = undisturbed.metrics().count(Metric.ROWS_QUARANTINED);
      assertThat(lake.metrics().count(Metric.ROWS_QUARANTINED))
          .as("%s %s", moment, broken)
          .isBetween(moment == Moment.BEFORE ? quarantined : quarantined - 1, quarantined);
    }
    assertThat(operations).isGreaterThan(40);
    assertThat(expected.media()).isEqualTo(new Counts(2, 2, 0, 0));
    assertThat(expected.tweets()).isNotEqualTo(Counts.NONE);
  }

  private static void killed(PageLake lake) {
    try {
      lake.process("r2");
    } catch (FaultInjector.Killed | RetryableException e) {
      assertThat(lake.faults().operations()).isNotEmpty();
    }
  }

  private static PageLake lakeWithPages() {
    PageLake lake = new PageLake();
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    lake.process("r1");
    lake.store(COFFEE, "r1", 2);
    lake.announce(COFFEE, "r2", 1);
    lake.store(COFFEE, "r2", 1);
    lake.announce(TEA, "r2", 1);
    lake.store(TEA, "r2", 1);
    lake.store(TEA, "r2", 2);
    return lake;
  }
}
