package dev.fedbytweets.comply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector.Killed;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.Fault.RateHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A check that is killed at any operation on the store, or to which X does not answer any request
/// as it should, comes to the same request.
class ComplyKilledAnywhereTest {

  private static final Map<String, Fault> FAULTS =
      Map.of(
          "no answer", Fault.noAnswer(),
          "an answer that breaks off", Fault.bodyCutShort(),
          "a failure", Fault.serverFailure(503),
          "a rate limit", Fault.rateLimited(RateHeaders.RESET_IN_THE_PAST));

  @Test
  void killedAtEachOperation() {
    int operations;
    try (ComplyingLake lake = lake()) {
      assertRequest(lake.check("comply-1"), lake, "undisturbed");
      operations = lake.faults.operations().size();
    }
    assertThat(operations).isGreaterThan(10);
    for (Moment moment : Moment.values()) {
      for (int number = 0; number < operations; number++) {
        int broken = number;
        goesOnAfter(
            "%s operation %d".formatted(moment, number), lake -> killAt(lake, broken, moment));
      }
    }
  }

  @Test
  void everyAnswerOfXMayFail() {
    int requests;
    try (ComplyingLake lake = lake()) {
      lake.check("comply-1");
      requests = lake.x.log().requests().size();
    }
    assertThat(requests).isGreaterThan(10);
    List<String> done = new ArrayList<>();
    FAULTS.forEach(
        (name, fault) -> {
          for (int number = 1; number <= requests; number++) {
            int failing = number;
            goesOnAfter(
                "%s to request %d".formatted(name, number),
                lake -> lake.x.failRequest(failing, fault));
            done.add(name);
          }
        });
    assertThat(done).hasSize(FAULTS.size() * requests);
  }

  private static void goesOnAfter(String what, Consumer<ComplyingLake> trouble) {
    try (ComplyingLake lake = lake()) {
      trouble.accept(lake);
      ComplyOutput output = null;
      for (int attempt = 0; output == null && attempt < 4; attempt++) {
        try {
          output = lake.check("comply-1");
        } catch (Killed _) {
          lake.faults.heal();
        } catch (RetryableException _) {
          // As the state machine does, it is tried again.
        }
      }
      assertThat(output).as(what).isNotNull();
      assertRequest(Objects.requireNonNull(output), lake, what);
    }
  }

  private static void killAt(ComplyingLake lake, int number, Moment moment) {
    lake.faults.breakOperation(number, moment);
  }

  private static ComplyingLake lake() {
    ComplyingLake lake = new ComplyingLake().with(3);
    lake.x.compliance().happened("tweets", ComplyingLake.FIRST, "deleted", null);
    lake.x.compliance().happened("tweets", ComplyingLake.PLACED, "scrub_geo", null);
    return lake;
  }

  private static void assertRequest(ComplyOutput output, ComplyingLake lake, String what) {
    assertThat(output).as(what).isNotNull();
    assertThat(output.batches()).as(what).containsExactly("comply-1");
    ForgetRequest request = lake.request(output);
    assertThat(request.posts()).as(what).containsExactly(ComplyingLake.FIRST);
    assertThat(request.scrubGeo()).as(what).containsExactly(ComplyingLake.PLACED);
    assertThat(ForgetRequest.batches(lake.store)).as(what).containsExactly("comply-1");
  }
}
