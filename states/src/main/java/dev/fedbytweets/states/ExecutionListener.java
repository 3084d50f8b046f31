package dev.fedbytweets.states;

/// Receives the events of an execution as they happen.
@FunctionalInterface
public interface ExecutionListener {

  /// A listener that does nothing.
  ExecutionListener NONE = event -> {};

  /// Receives an event. It is called from several threads, but by one at a time; the execution
  /// waits meanwhile. An exception that it throws ends the execution.
  void on(ExecutionEvent event);
}
