package dev.fedbytweets.xstandin;

/// How fast requests may follow each other, besides the limit of a window.
public enum Pace {
  /// As fast as they like.
  FREE,
  /// At least a second apart, by the stand-in's clock.
  ONE_A_SECOND
}
