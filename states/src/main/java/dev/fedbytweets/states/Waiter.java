package dev.fedbytweets.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Lets time pass: for Wait states, and for the pauses before retries. Called from several
/// threads at once.
@FunctionalInterface
public interface Waiter {

  /// Returns when it is that time, at once if it is later already.
  ///
  /// @throws InterruptedException if the thread is interrupted
  void waitUntil(Instant time) throws InterruptedException;

  /// Really waits. It looks at the clock at least twice a minute, so a computer that was asleep
  /// does not wait longer.
  static Waiter real(InstantSource clock) {
    return time -> {
      Duration longestSleep = Duration.ofSeconds(30);
      Duration left = Duration.between(clock.instant(), time);
      while (left.isPositive()) {
        Thread.sleep(left.compareTo(longestSleep) < 0 ? left : longestSleep);
        left = Duration.between(clock.instant(), time);
      }
    };
  }
}
