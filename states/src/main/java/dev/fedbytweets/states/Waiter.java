package dev.fedbytweets.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Lets time pass, for Wait states and for the pauses before retries. Several threads may call it
/// at the same time.
@FunctionalInterface
public interface Waiter {

  /// Returns when that time has come; at once if it has passed.
  ///
  /// @throws InterruptedException if the thread is interrupted
  void waitUntil(Instant time) throws InterruptedException;

  /// A waiter that really waits. It checks the clock at least twice a minute, so a computer that
  /// was asleep does not wait longer.
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
