package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// Executes state machines in this process, as Step Functions would. Good for many executions,
/// also at the same time.
///
/// Where it differs: waits are as long as the [Waiter] makes them; an interrupted task is given
/// ten seconds to stop before its execution goes on; at most 40 items of a Map state run at
/// once; and there is no limit on the number of states that an execution goes through.
public final class StateMachineRunner {

  private final Ports ports;

  /// @param tasks runs the code behind Task states
  /// @param waiter lets time pass; must agree with `clock`
  /// @param clock tells the time
  /// @param listener is told what happens
  public StateMachineRunner(
      TaskInvoker tasks, Waiter waiter, InstantSource clock, ExecutionListener listener) {
    this(tasks, waiter, clock, listener, () -> ThreadLocalRandom.current().nextLong());
  }

  StateMachineRunner(
      TaskInvoker tasks,
      Waiter waiter,
      InstantSource clock,
      ExecutionListener listener,
      RandomGenerator random) {
    this.ports = new Ports(tasks, waiter, clock, listener, random);
  }

  /// Executes a machine from its start to its end.
  ///
  /// @param machine what to execute
  /// @param executionName `$$.Execution.Name`
  /// @param startTime `$$.Execution.StartTime`
  /// @param input the first state's input
  /// @return how it ended: failures of states are a result, not an exception
  /// @throws InterruptedException if the calling thread is interrupted; whatever still runs for
  ///     the execution has been interrupted, and given ten seconds to stop, by then
  public ExecutionResult run(
      StateMachine machine, String executionName, Instant startTime, JsonNode input)
      throws InterruptedException {
    Objects.requireNonNull(executionName, "executionName");
    Objects.requireNonNull(startTime, "startTime");
    Objects.requireNonNull(input, "input");
    ExecutionContext context = new ExecutionContext(executionName, startTime, input);
    return new Execution(machine, ports, context).run(input);
  }
}
