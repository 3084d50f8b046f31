package dev.fedbytweets.states;

/// Where a state leads when its work is done.
sealed interface Transition {

  /// To another state of the same flow.
  record To(String state) implements Transition {}

  /// To the end of the flow.
  record End() implements Transition {}
}
