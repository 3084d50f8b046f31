package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A state failed. A retrier, a catcher or the end of the execution handles it.
final class StateFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Where a failure comes from, which decides how it is handled.
  private enum Origin {
    /// A task, a Fail state, or a limit on them: it may be retried or caught.
    WORK,
    /// The definition cannot be applied to the data: by the specification, this always fails the
    /// execution.
    DEFINITION,
    /// The execution as a whole is over.
    EXECUTION
  }

  private final Origin origin;
  private final String error;
  private final String reason;

  private StateFailure(Origin origin, String error, String reason, Throwable exception) {
    super(error + ": " + reason, exception);
    this.origin = origin;
    this.error = error;
    this.reason = reason;
  }

  /// A failure that a task reported.
  static StateFailure of(TaskFailure failure) {
    return new StateFailure(Origin.WORK, failure.error(), failure.reason(), failure.getCause());
  }

  /// A failure that a Fail state declares; both may be null.
  static StateFailure declared(String error, String reason) {
    return new StateFailure(Origin.WORK, error, reason, null);
  }

  static StateFailure taskTimeout(String reason) {
    return new StateFailure(Origin.WORK, ErrorEquals.TIMEOUT, reason, null);
  }

  static StateFailure dataLimit(String reason) {
    return new StateFailure(Origin.WORK, ErrorEquals.DATA_LIMIT_EXCEEDED, reason, null);
  }

  static StateFailure runtime(String reason) {
    return new StateFailure(Origin.DEFINITION, "States.Runtime", reason, null);
  }

  static StateFailure parameterPath(String reason) {
    return new StateFailure(Origin.DEFINITION, "States.ParameterPathFailure", reason, null);
  }

  static StateFailure resultPathMatch(String reason) {
    return new StateFailure(Origin.DEFINITION, "States.ResultPathMatchFailure", reason, null);
  }

  static StateFailure intrinsic(String reason) {
    return new StateFailure(Origin.DEFINITION, "States.IntrinsicFailure", reason, null);
  }

  static StateFailure noChoiceMatched(String reason) {
    return new StateFailure(Origin.DEFINITION, "States.NoChoiceMatched", reason, null);
  }

  static StateFailure executionTimeout(String reason) {
    return new StateFailure(Origin.EXECUTION, ErrorEquals.TIMEOUT, reason, null);
  }

  /// The same failure, naming the state whose definition could not be applied; failures of the
  /// work itself stay as reported.
  StateFailure in(String state) {
    if (origin != Origin.DEFINITION || reason.startsWith("state '")) {
      return this;
    }
    StateFailure located =
        new StateFailure(origin, error, "state '%s': %s".formatted(state, reason), getCause());
    located.setStackTrace(getStackTrace());
    return located;
  }

  /// Whether a retrier or a catcher may handle it.
  boolean mayHeal() {
    return origin == Origin.WORK;
  }

  /// The error's name; null if a Fail state gave none.
  String error() {
    return error;
  }

  /// For people; null if there is none.
  String reason() {
    return reason;
  }

  /// The error output that a catcher puts into the raw input.
  JsonNode errorOutput() {
    ObjectNode output = Json.newObject();
    output.put("Error", error == null ? "" : error);
    if (reason != null) {
      output.put("Cause", reason);
    }
    return output;
  }
}
