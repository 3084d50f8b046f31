package dev.fedbytweets.states;

import java.util.List;
import java.util.Optional;

/// `Retry` and `Catch` of a state, each in the order in which they are asked.
record Recovery(List<Retrier> retriers, List<Catcher> catchers) {

  static final Recovery NONE = new Recovery(List.of(), List.of());

  Recovery {
    retriers = List.copyOf(retriers);
    catchers = List.copyOf(catchers);
  }

  /// The first retrier that is for this error; one that is used up still stands before those
  /// behind it.
  Optional<Retrier> retrier(StateFailure failure) {
    return retriers.stream().filter(retrier -> retrier.errors().match(failure)).findFirst();
  }

  Optional<Catcher> catcher(StateFailure failure) {
    return catchers.stream().filter(catcher -> catcher.errors().match(failure)).findFirst();
  }
}
