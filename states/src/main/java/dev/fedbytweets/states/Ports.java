package dev.fedbytweets.states;

import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// What executions need from outside.
///
/// @param random for jitter
record Ports(
    TaskInvoker tasks,
    Waiter waiter,
    InstantSource clock,
    ExecutionListener listener,
    RandomGenerator random) {

  Ports {
    Objects.requireNonNull(tasks, "tasks");
    Objects.requireNonNull(waiter, "waiter");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(random, "random");
  }
}
