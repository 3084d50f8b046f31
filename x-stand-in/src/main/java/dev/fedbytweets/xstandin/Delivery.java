package dev.fedbytweets.xstandin;

/// How much of an answer reached the client.
public enum Delivery {
  /// All of it, as it should be.
  WHOLE,
  /// All bytes that were announced, but not the body that it should have been.
  SPOILED,
  /// Fewer bytes than were announced.
  CUT_SHORT,
  /// None.
  NOTHING
}
