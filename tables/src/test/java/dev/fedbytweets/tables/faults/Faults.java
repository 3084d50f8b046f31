package dev.fedbytweets.tables.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Breaks one operation of many, before or after it took effect, as a process that is killed
/// there would; nothing works afterwards, until it is healed. Count the operations of an
/// undisturbed piece of work first, then break each of them in turn.
public final class Faults {

  /// When the operation breaks.
  public enum Moment {
    BEFORE,
    AFTER
  }

  /// Thrown in place of going on. An error, since what catches exceptions must not survive being
  /// killed.
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

  /// Breaks the operation of this number.
  ///
  /// @param number from 0, counted from now on
  public synchronized void breakOperation(int number, Moment when) {
    operations.clear();
    breakAt = number;
    moment = when;
    dead = false;
  }

  /// Breaks nothing more, and counts from 0 again.
  public synchronized void heal() {
    operations.clear();
    breakAt = -1;
    dead = false;
  }

  /// The operations since the last call of the other methods.
  public synchronized List<String> operations() {
    return List.copyOf(operations);
  }

  /// Does an operation, or breaks it. What is dead does nothing any more.
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

  /// The same for an operation that returns nothing.
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
    boolean breaks = operations.size() == breakAt;
    operations.add(name);
    dead = breaks;
    return breaks;
  }
}
