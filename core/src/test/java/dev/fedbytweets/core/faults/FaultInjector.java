package dev.fedbytweets.core.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Breaks one operation of many, before or after it took effect, as a process that is killed
/// there would; nothing works afterwards, until it is healed. A test first counts the operations
/// of undisturbed work, then breaks each of them in turn. Safe for use by several threads.
public final class FaultInjector {

  /// When the operation breaks.
  public enum Moment {
    BEFORE,
    AFTER
  }

  /// Thrown in place of going on. An error, since code that catches exceptions must not survive
  /// being killed.
  public static final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String operation, Moment moment) {
      super("killed " + moment + " " + operation);
    }
  }

  private final List<String> operations = new ArrayList<>();
  private int breakAt = -1;
  private Moment moment = Moment.BEFORE;
  private boolean dead;
  private RuntimeException failure;

  /// Breaks the operation of this number.
  ///
  /// @param number from 0; beyond the last operation nothing breaks
  public static FaultInjector breaking(int number, Moment when) {
    FaultInjector faults = new FaultInjector();
    faults.breakOperation(number, when);
    return faults;
  }

  /// Breaks the operation of this number.
  ///
  /// @param number from 0, counted from now on
  public synchronized void breakOperation(int number, Moment when) {
    heal();
    breakAt = number;
    moment = when;
  }

  /// Kills the process now, in the middle of something else than an operation: throw what this
  /// returns.
  public synchronized Killed kill() {
    dead = true;
    return new Killed("something else", Moment.BEFORE);
  }

  /// Lets every operation from now on fail with this, without an effect.
  public synchronized void failWith(RuntimeException everywhere) {
    failure = everywhere;
  }

  /// Breaks nothing more, and counts from 0 again.
  public synchronized void heal() {
    operations.clear();
    breakAt = -1;
    dead = false;
    failure = null;
  }

  /// The operations since it was healed or told what to break, such as `read state/journal`.
  public synchronized List<String> operations() {
    return List.copyOf(operations);
  }

  /// Does an operation, or breaks it. A dead process does nothing any more.
  public <T> T around(String name, Supplier<T> operation) {
    boolean breaks = isNextBroken(name);
    if (breaks && moment == Moment.BEFORE) {
      throw new Killed(name, moment);
    }
    T result = operation.get();
    if (breaks) {
      throw new Killed(name, moment);
    }
    return result;
  }

  /// Does an operation that returns nothing, or breaks it.
  public void around(String name, Runnable operation) {
    around(
        name,
        () -> {
          operation.run();
          return null;
        });
  }

  private synchronized boolean isNextBroken(String name) {
    if (dead) {
      throw new Killed(name, Moment.BEFORE);
    }
    if (failure != null) {
      throw failure;
    }
    boolean breaks = operations.size() == breakAt;
    operations.add(name);
    dead = breaks;
    return breaks;
  }
}
