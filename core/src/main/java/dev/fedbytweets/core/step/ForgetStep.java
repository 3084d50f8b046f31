package dev.fedbytweets.core.step;

/// The parts of forgetting, in their order.
public enum ForgetStep {
  /// Find what goes with it.
  EXPAND,
  /// Take it out of the tables.
  TABLES,
  /// Take it out of pages and other objects.
  OBJECTS,
  /// Search everything for it.
  SEARCH,
  /// Delete what was replaced and is still kept.
  VERSIONS,
  /// Look whether any of that is left.
  PROOF,
  /// Write down what was done.
  REPORT
}
