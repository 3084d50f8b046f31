package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// Executes state machines in this process, as Step Functions would. One runner may execute many
/// machines, also at the same time.
///
/// It differs from Step Functions in this: the [Waiter] decides how long waits are; an interrupted
/// task has ten seconds to stop before its execution goes on; at most 40 items of a Map state run
/// at the same time; and the number of states that an execution passes through is not limited.
public final class StateMachineRunner {

  private final TaskInvoker tasks;
  private final Waiter waiter;
  private final InstantSource clock;
  private final ExecutionListener listener;
  private final RandomGenerator random;

  /// @param tasks runs the code behind Task states
  /// @param waiter lets time pass; must agree with `clock`
  /// @param clock gives the current time
  /// @param listener receives the events of every execution
  public StateMachineRunner(
      TaskInvoker tasks, Waiter waiter, InstantSource clock, ExecutionListener listener) {
    this(tasks, waiter, clock, listener, () -> ThreadLocalRandom.current().nextLong());
  }

  /// @param random decides the jitter of retries
  StateMachineRunner(
      TaskInvoker tasks,
      Waiter waiter,
      InstantSource clock,
      ExecutionListener listener,
      RandomGenerator random) {
    this.tasks = Objects.requireNonNull(tasks, "tasks");
    this.waiter = Objects.requireNonNull(waiter, "waiter");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.random = Objects.requireNonNull(random, "random");
  }

  /// Executes a machine from its start to its end.
  ///
  /// @param machine the machine to execute
  /// @param executionName `$$.Execution.Name`
  /// @param startTime `$$.Execution.StartTime`
  /// @param input the first state's input
  /// @return how it ended: a failure of a state is a result, not an exception
  /// @throws InterruptedException if the calling thread is interrupted; by then, whatever still
  ///     ran for the execution has been interrupted and had ten seconds to stop
  public ExecutionResult run(
      StateMachine machine, String executionName, Instant startTime, JsonNode input)
      throws InterruptedException {
    Objects.requireNonNull(executionName, "executionName");
    Objects.requireNonNull(startTime, "startTime");
    Objects.requireNonNull(input, "input");
    ContextObject context = new ContextObject(executionName, startTime, input);
    return new Execution(this, machine, context).run(input);
  }

  TaskInvoker tasks() {
    return tasks;
  }

  Waiter waiter() {
    return waiter;
  }

  InstantSource clock() {
    return clock;
  }

  ExecutionListener listener() {
    return listener;
  }

  RandomGenerator random() {
    return random;
  }
}
