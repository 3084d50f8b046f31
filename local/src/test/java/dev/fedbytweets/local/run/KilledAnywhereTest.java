package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.states.ExecutionResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A run that dies at any operation on storage or catalog, and another run after it, leave the
/// lake that an undisturbed run leaves; and X is asked for no page again that was stored.
class KilledAnywhereTest {

  private static final int POSTS_PER_HOUR = 6;

  @ParameterizedTest
  @EnumSource
  void everyOperationMayBeTheLast(Moment moment) throws InterruptedException {
    Undisturbed undisturbed = undisturbed();

    for (int operation = 0; operation < undisturbed.operations().size(); operation++) {
      try (PipelineLake lake = new PipelineLake(POSTS_PER_HOUR)) {
        lake.faults().breakOperation(operation, moment);
        lake.run("run-1");
        String broken = lake.faults().operations().getLast();
        lake.faults().heal();
        ExecutionResult result = lake.run("run-2");

        String where = "%s %d %s".formatted(moment, operation, broken);
        assertThat(result).as(where).isInstanceOf(ExecutionResult.Succeeded.class);
        assertThat(lake.rows()).as(where).isEqualTo(undisturbed.rows());
        if (!(moment == Moment.BEFORE && broken.equals("write raw/subject=coffee")
            || moment == Moment.BEFORE && broken.equals("write raw/subject=tea"))) {
          assertThat(lake.x().log().pagesServedTwice()).as(where).isEmpty();
        }
      }
    }
    assertThat(undisturbed.operations()).hasSizeGreaterThan(100);
    assertThat(undisturbed.rows().get("silver.tweets")).hasSizeGreaterThan(100);
  }

  private record Undisturbed(Map<String, List<String>> rows, List<String> operations) {}

  private static Undisturbed undisturbed() throws InterruptedException {
    try (PipelineLake lake = new PipelineLake(POSTS_PER_HOUR)) {
      lake.run("run-1");
      List<String> operations = lake.faults().operations();
      lake.faults().heal();
      return new Undisturbed(lake.rows(), operations);
    }
  }
}
