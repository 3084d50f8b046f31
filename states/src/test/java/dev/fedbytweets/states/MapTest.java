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
    ScriptedExecution execution =
        map("\"InputPath\": \"$.detail\", \"ItemsPath\": \"$.shipped\", \"ResultPath\":"
                + " \"$.detail.shipped\",")
            .always("work", input -> input.get("quantity"))
            .run(
                """
                {"ship-date": "2016-03-14T01:59:00Z", "detail": {"delivery-partner": "UQS", "shipped": [
                  {"prod": "R31", "quantity": 1344}, {"prod": "S39", "quantity": 40}, {"prod": "R40", "quantity": 887}]}}
                """);

    execution.hasOutput(
        """
        {"ship-date": "2016-03-14T01:59:00Z", "detail": {"delivery-partner": "UQS", "shipped": [1344, 40, 887]}}
        """);
  }

  @Test
  void anItemSelectorSeesTheItemItsPositionAndTheInput() throws InterruptedException {
    ScriptedExecution execution =
        map("""
        "ItemsPath": "$.shipped", "MaxConcurrency": 1,
        "ItemSelector": {"parcel.$": "$$.Map.Item.Value", "n.$": "$$.Map.Item.Index", "courier.$": "$.by",
          "state.$": "$$.State.Name"},
        """)
            .always("work", Answer.json("1"))
            .run("{\"by\": \"UQS\", \"shipped\": [{\"prod\": \"R31\"}, \"S39\"]}");

    assertThat(execution.tasks().inputsOf("work"))
        .containsExactly(
            ScriptedExecution.json(
                "{\"parcel\": {\"prod\": \"R31\"}, \"n\": 0, \"courier\": \"UQS\", \"state\":"
                    + " \"S\"}"),
            ScriptedExecution.json(
                "{\"parcel\": \"S39\", \"n\": 1, \"courier\": \"UQS\", \"state\": \"S\"}"));
  }

  @Test
  void withoutItemsNothingRuns() throws InterruptedException {
    ScriptedExecution execution = map("").run("[]");

    execution.hasOutput("[]");
    assertThat(execution.entered()).containsExactly("S");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noMoreItemsAtOnceThanAllowed(int most) throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger highest = new AtomicInteger();
    CyclicBarrier full = new CyclicBarrier(most);
    ScriptedExecution execution =
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

    execution.hasOutput("[1, 2, 3, 4, 5, 6]");
    assertThat(highest).hasValue(most);
  }

  @Test
  void withoutALimitAllItemsRunAtOnce() throws InterruptedException {
    CyclicBarrier all = new CyclicBarrier(8);
    ScriptedExecution execution =
        map("")
            .always(
                "work",
                input -> {
                  all.await(10, TimeUnit.SECONDS);
                  return input;
                })
            .run("[1, 2, 3, 4, 5, 6, 7, 8]");

    execution.hasOutput("[1, 2, 3, 4, 5, 6, 7, 8]");
  }

  @Test
  void oneAfterAnotherMeansInTheirOrder() throws InterruptedException {
    ScriptedExecution execution =
        map("\"MaxConcurrency\": 1,").always("work", input -> input).run("[3, 1, 2]");

    assertThat(execution.tasks().inputsOf("work"))
        .extracting(input -> input.intValue())
        .containsExactly(3, 1, 2);
    assertThat(execution.events(ExecutionEvent.Entered.class))
        .extracting(entered -> entered.moment().items())
        .containsExactly(List.of(), List.of(0), List.of(1), List.of(2));
  }

  @Test
  void anItemThatFailsFailsTheStateAndTheItemsBehindItDoNotStart() throws InterruptedException {
    ScriptedExecution execution =
        map("\"MaxConcurrency\": 1,")
            .task("work", Answer.json("1"), Answer.failure("E", "because"))
            .run("[1, 2, 3]");

    execution.hasFailed("E", "because");
    assertThat(execution.tasks().calls()).hasSize(2);
  }

  @Test
  void theStateCanBeTriedAgainAsAWhole() throws InterruptedException {
    ScriptedExecution execution =
        map("\"MaxConcurrency\": 1, \"Retry\": [{\"ErrorEquals\": [\"E\"]}],")
            .task("work", Answer.json("1"), Answer.failure("E", null))
            .always("work", Answer.json("2"))
            .run("[1, 2]");

    execution.hasOutput("[2, 2]");
  }

  @Test
  void mapsMayStandWithinMaps() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.of(
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

    execution.hasOutput(
        """
        [[{"said": "a1", "at": 0}], [{"said": "b1", "at": 0}, {"said": "b2", "at": 1}]]
        """);
    assertThat(execution.events(ExecutionEvent.Exited.class).stream().map(ExecutionEvent::moment))
        .filteredOn(moment -> moment.state().equals("Say"))
        .extracting(ExecutionEvent.Moment::items)
        .containsExactly(List.of(0, 0), List.of(1, 0), List.of(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"items\": {}}", "{\"items\": null}"})
  void itemsThatAreNoArrayFailTheExecution(String input) throws InterruptedException {
    ScriptedExecution execution = map("\"ItemsPath\": \"$.items\",").run(input);

    assertThat(execution.failure().error()).isEqualTo("States.Runtime");
    assertThat(execution.failure().cause())
        .startsWith("state 'S': ItemsPath: ")
        .contains("'$.items'");
  }

  @Test
  void anItemSelectorThatCannotBeFilledFailsTheExecution() throws InterruptedException {
    ScriptedExecution execution = map("\"ItemSelector\": {\"a.$\": \"$.gone\"},").run("[1]");

    execution.hasFailed(
        "States.ParameterPathFailure", "state 'S': the path '$.gone' leads to nothing");
  }

  private static ScriptedExecution map(String fields) {
    return ScriptedExecution.ofState(
        """
        {"Type": "Map", %s
          "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Work",
            "States": {"Work": {"Type": "Task", "Resource": "work", "End": true}}},
          "End": true}
        """
            .formatted(fields));
  }
}
