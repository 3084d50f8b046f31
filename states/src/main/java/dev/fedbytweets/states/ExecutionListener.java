package dev.fedbytweets.states;

/// Is told what happens in an execution, as it happens.
@FunctionalInterface
public interface ExecutionListener {

  /// Does nothing.
  ExecutionListener NONE = event -> {};

  /// Called from several threads, but by one at a time; the execution waits meanwhile. What it
  /// throws ends the execution.
  void on(ExecutionEvent event);
}
