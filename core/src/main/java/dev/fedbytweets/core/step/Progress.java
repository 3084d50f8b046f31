package dev.fedbytweets.core.step;

/// What the state machine is to do next with a step that works in portions.
public enum Progress {
  /// There is work left: run the step again at once.
  MORE,
  /// There is work left that cannot go on before a given time: wait, then run the step again.
  WAIT,
  /// Nothing left to do in this run.
  DONE
}
