package dev.fedbytweets.awsstandins;

/// How the invocation of a function ended.
public sealed interface Invocation {

  /// The function answered.
  ///
  /// @param body JSON
  record Succeeded(String body) implements Invocation {}

  /// The function, or its start, threw.
  ///
  /// @param errorType what the state machine compares with `ErrorEquals`
  record Failed(String errorType, String errorMessage) implements Invocation {}
}
