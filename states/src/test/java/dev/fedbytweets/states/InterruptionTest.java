package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.states.ScriptedTasks.Answer;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How an execution is stopped from outside.
@Timeout(30)
class InterruptionTest {

  @Test
  void anInterruptStopsTheTasksOfAllBranchesAndThenTheExecution() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(2);
    AtomicInteger stopped = new AtomicInteger();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    ScriptedExecution execution =
        ScriptedExecution.ofState(
                """
                {"Type": "Map", "ItemProcessor": {"StartAt": "W", "States": {
                  "W": {"Type": "Task", "Resource": "work", "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true}}},
                  "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true}
                """)
            .always(
                "work",
                input -> {
                  started.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    stopped.incrementAndGet();
                  }
                  return input;
                });
    Thread main =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    execution.run("[1, 2]");
                  } catch (Throwable e) {
                    thrown.set(e);
                  }
                });
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

    main.interrupt();
    main.join();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(stopped).hasValue(2);
    assertThat(execution.tasks().calls()).hasSize(2);
  }

  @Test
  void anInterruptStopsAnExecutionBetweenStates() {
    ScriptedExecution execution = ScriptedExecution.ofState("{\"Type\": \"Succeed\"}");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> execution.run("{}")).isInstanceOf(InterruptedException.class);
  }

  @Test
  void anInterruptEndsAPauseBeforeARetry() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch pausing = new CountDownLatch(1);
    ScriptedTasks tasks = new ScriptedTasks();
    tasks.always("work", Answer.failure("E", null));
    InstantSource clock = InstantSource.system();
    StateMachineRunner runner =
        new StateMachineRunner(
            tasks,
            Waiter.real(clock),
            clock,
            event -> {
              if (event instanceof ExecutionEvent.Retrying) {
                pausing.countDown();
              }
            });
    StateMachine machine =
        StateMachine.parse(
            ScriptedExecution.machineOf(
                """
                {"Type": "Task", "Resource": "work", "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 3600}],
                  "End": true}
                """),
            Map.of());
    Thread main =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    runner.run(
                        machine,
                        ScriptedExecution.RUN,
                        ScriptedExecution.NOW,
                        ScriptedExecution.json("{}"));
                  } catch (Throwable e) {
                    thrown.set(e);
                  }
                });
    assertThat(pausing.await(10, TimeUnit.SECONDS)).isTrue();

    main.interrupt();
    main.join();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(tasks.calls()).hasSize(1);
  }
}
