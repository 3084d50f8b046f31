package dev.fedbytweets.states;

import dev.fedbytweets.states.ErrorHandling.Retrier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The retries of one execution of a state, counted for each retrier.
final class Retries {

  private final ErrorHandling errorHandling;
  private final RandomGenerator random;
  private final Map<Retrier, Integer> used = new HashMap<>();
  private int count;

  Retries(ErrorHandling errorHandling, RandomGenerator random) {
    this.errorHandling = errorHandling;
    this.random = random;
  }

  /// Takes the next retry for a failure.
  ///
  /// @return the pause before it; empty if the failure is not to be retried, or not again
  Optional<Duration> next(StateFailure failure) {
    Optional<Retrier> retrier =
        errorHandling
            .retrier(failure)
            .filter(first -> used.getOrDefault(first, 0) < first.maxAttempts());
    return retrier.map(
        first -> {
          int earlier = used.merge(first, 1, Integer::sum) - 1;
          count++;
          return jittered(first, first.pause(earlier));
        });
  }

  private Duration jittered(Retrier retrier, Duration pause) {
    return switch (retrier.jitter()) {
      case NONE -> pause;
      case FULL -> Duration.ofMillis(random.nextLong(pause.toMillis() + 1));
    };
  }

  /// The number of retries so far, by all retriers.
  int count() {
    return count;
  }
}
