package dev.fedbytweets.awsstandins;

/// When a call fails.
public enum FaultMoment {
  /// Nothing was done.
  BEFORE_EFFECT,
  /// The work was done, only the answer got lost.
  AFTER_EFFECT
}
