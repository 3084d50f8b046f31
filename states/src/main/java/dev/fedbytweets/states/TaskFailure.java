package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/// A task failed. Its error name is compared with `ErrorEquals` in the definition.
public final class TaskFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;
  private final String reason;

  /// @param error the error's name, as Step Functions would report it: for a Lambda the
  ///     exception's full class name; not null
  /// @param reason text for people, which Step Functions calls the cause: for a Lambda the JSON
  ///     of its error report; null if there is none
  public TaskFailure(String error, String reason) {
    this(error, reason, null);
  }

  private TaskFailure(String error, String reason, Throwable exception) {
    super(error + ": " + reason, exception);
    this.error = Objects.requireNonNull(error, "error");
    this.reason = reason;
  }

  /// The failure that Lambda would report for an exception of a handler: the full class name, and
  /// as reason `{"errorMessage":...,"errorType":...}`. The exception is kept as the Java cause.
  public static TaskFailure of(Throwable exception) {
    if (exception instanceof TaskFailure failure) {
      return failure;
    }
    return reported(exception.getClass().getName(), exception.getMessage(), exception);
  }

  /// The failure that Lambda reported for a function.
  ///
  /// @param type the exception's full class name, or an error name of Lambda's own
  /// @param message may be null
  public static TaskFailure reported(String type, String message) {
    return reported(type, message, null);
  }

  private static TaskFailure reported(String type, String message, Throwable exception) {
    ObjectNode report = Json.newObject();
    report.put("errorMessage", message);
    report.put("errorType", type);
    return new TaskFailure(type, Json.text(report), exception);
  }

  /// The error's name, not null.
  public String error() {
    return error;
  }

  /// For people; null if there is none.
  public String reason() {
    return reason;
  }
}
