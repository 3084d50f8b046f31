package dev.fedbytweets.xstandin.endpoint;

/// In which vocabulary answers are written.
public enum Words {
  /// In the one that the request speaks; `tweet` if it speaks none and both are accepted.
  AS_ASKED,
  /// In both at once, whatever the request speaks.
  MIXED
}
