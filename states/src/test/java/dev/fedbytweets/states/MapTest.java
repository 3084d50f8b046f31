package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MapTest {

  @Test
  void everyItemGoesThroughTheFlowAndTheOutputsKeepTheirOrder() throws InterruptedException {
    // The specification's example.
    Trial trial =
        map("\"InputPath\": \"$.detail\", \"ItemsPath\": \"$.shipped\", \"ResultPath\":"
                + " \"$.detail.shipped\",")
            .always("work", input -> input.get("quantity"))
            .run(
                """
                {"ship-date": "2016-03-14T01:59:00Z", "detail": {"delivery-partner": "UQS", "shipped": [
                  {"prod": "R31", "quantity": 1344}, {"prod": "S39", "quantity": 40}, {"prod": "R40", "quantity": 887}]}}
                """);

    trial.hasOutput(
        """
        {"ship-date": "2016-03-14T01:59:00Z", "detail": {"delivery-partner": "UQS", "shipped": [1344, 40, 887]}}
        """);
  }

  @Test
  void anItemSelectorSeesTheItemItsPositionAndTheInput() throws InterruptedException {
    Trial trial =
        map("""
        "ItemsPath": "$.shipped", "MaxConcurrency": 1,
        "ItemSelector": {"parcel.$": "$$.Map.Item.Value", "n.$": "$$.Map.Item.Index", "courier.$": "$.by",
          "state.$": "$$.State.Name"},
        """)
            .always("work", Answer.json("1"))
            .run("{\"by\": \"UQS\", \"shipped\": [{\"prod\": \"R31\"}, \"S39\"]}");

    assertThat(trial.tasks().inputsOf("work"))
        .containsExactly(
            Trial.json(
                "{\"parcel\": {\"prod\": \"R31\"}, \"n\": 0, \"courier\": \"UQS\", \"state\":"
                    + " \"S\"}"),
            Trial.json("{\"parcel\": \"S39\", \"n\": 1, \"courier\": \"UQS\", \"state\": \"S\"}"));
  }

  @Test
  void withoutItemsNothingRuns() throws InterruptedException {
    Trial trial = map("").run("[]");

    trial.hasOutput("[]");
    assertThat(trial.entered()).containsExactly("S");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noMoreItemsAtOnceThanAllowed(int most) throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger highest = new AtomicInteger();
    CyclicBarrier full = new CyclicBarrier(most);
    Trial trial =
        map("\"MaxConcurrency\": %d,".formatted(most))
            .always(
                "work",
                input -> {
                  highest.accumulateAndGet(running.incrementAndGet(), Math::max);
                  full.await(10, TimeUnit.SECONDS);
                  running.decrementAndGet();
                  return input;
                })
            .run("[1, 2, 3, 4, 5, 6]");

    trial.hasOutput("[1, 2, 3, 4, 5, 6]");
    assertThat(highest).hasValue(most);
  }

  @Test
  void withoutALimitAllItemsRunAtOnce() throws InterruptedException {
    CyclicBarrier all = new CyclicBarrier(8);
    Trial trial =
        map("")
            .always(
                "work",
                input -> {
                  all.await(10, TimeUnit.SECONDS);
                  return input;
                })
            .run("[1, 2, 3, 4, 5, 6, 7, 8]");

    trial.hasOutput("[1, 2, 3, 4, 5, 6, 7, 8]");
  }

  @Test
  void oneAfterAnotherMeansInTheirOrder() throws InterruptedException {
    Trial trial = map("\"MaxConcurrency\": 1,").always("work", input -> input).run("[3, 1, 2]");

    assertThat(trial.tasks().inputsOf("work"))
        .extracting(input -> input.intValue())
        .containsExactly(3, 1, 2);
    assertThat(trial.events(ExecutionEvent.Entered.class))
        .extracting(entered -> entered.moment().items())
        .containsExactly(List.of(), List.of(0), List.of(1), List.of(2));
  }

  @Test
  void anItemThatFailsFailsTheStateAndTheItemsBehindItDoNotStart() throws InterruptedException {
    Trial trial =
        map("\"MaxConcurrency\": 1,")
            .task("work", Answer.json("1"), Answer.failure("E", "because"))
            .run("[1, 2, 3]");

    trial.hasFailed("E", "because");
    assertThat(trial.tasks().calls()).hasSize(2);
  }

  @Test
  void theStateCanBeTriedAgainAsAWhole() throws InterruptedException {
    Trial trial =
        map("\"MaxConcurrency\": 1, \"Retry\": [{\"ErrorEquals\": [\"E\"]}],")
            .task("work", Answer.json("1"), Answer.failure("E", null))
            .always("work", Answer.json("2"))
            .run("[1, 2]");

    trial.hasOutput("[2, 2]");
  }

  @Test
  void mapsMayStandWithinMaps() throws InterruptedException {
    Trial trial =
        Trial.of(
                """
                {"StartAt": "Outer", "States": {"Outer": {"Type": "Map", "MaxConcurrency": 1,
                  "ItemProcessor": {"StartAt": "Inner", "States": {"Inner": {"Type": "Map", "MaxConcurrency": 1,
                    "ItemsPath": "$.items",
                    "ItemSelector": {"name.$": "$.name", "value.$": "$$.Map.Item.Value"},
                    "ItemProcessor": {"StartAt": "Say", "States": {"Say": {"Type": "Pass",
                      "Parameters": {"said.$": "States.Format('{}{}', $.name, $.value)", "at.$": "$$.Map.Item.Index"},
                      "End": true}}},
                    "End": true}}},
                  "End": true}}}
                """)
            .run("[{\"name\": \"a\", \"items\": [1]}, {\"name\": \"b\", \"items\": [1, 2]}]");

    trial.hasOutput(
        """
        [[{"said": "a1", "at": 0}], [{"said": "b1", "at": 0}, {"said": "b2", "at": 1}]]
        """);
    assertThat(trial.events(ExecutionEvent.Exited.class).stream().map(ExecutionEvent::moment))
        .filteredOn(moment -> moment.state().equals("Say"))
        .extracting(ExecutionEvent.Moment::items)
        .containsExactly(List.of(0, 0), List.of(1, 0), List.of(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"items\": {}}", "{\"items\": null}"})
  void itemsThatAreNoArrayFailTheExecution(String input) throws InterruptedException {
    Trial trial = map("\"ItemsPath\": \"$.items\",").run(input);

    assertThat(trial.failure().error()).isEqualTo("States.Runtime");
    assertThat(trial.failure().cause()).startsWith("state 'S': ItemsPath: ").contains("'$.items'");
  }

  @Test
  void anItemSelectorThatCannotBeFilledFailsTheExecution() throws InterruptedException {
    Trial trial = map("\"ItemSelector\": {\"a.$\": \"$.gone\"},").run("[1]");

    trial.hasFailed("States.ParameterPathFailure", "state 'S': the path '$.gone' leads to nothing");
  }

  private static Trial map(String fields) {
    return Trial.ofState(
        """
        {"Type": "Map", %s
          "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Work",
            "States": {"Work": {"Type": "Task", "Resource": "work", "End": true}}},
          "End": true}
        """
            .formatted(fields));
  }
}
