package dev.fedbytweets.contracts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.RejectedException;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/// Turns Jackson's exceptions, which speak of classes, into one plain sentence about the event.
final class JsonProblem {

  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  private JsonProblem() {}

  /// The problem of bytes that are not JSON.
  static RejectedException malformed(JsonProcessingException exception) {
    JsonLocation location = exception.getLocation();
    return new RejectedException(
        "the event is not one JSON value: see line %d, column %d"
            .formatted(location.getLineNr(), location.getColumnNr()),
        exception);
  }

  /// The problem of JSON that does not match the contract.
  static RejectedException invalid(JsonMappingException exception) {
    return new RejectedException("the event is not valid: " + problem(exception), exception);
  }

  private static String problem(JsonMappingException exception) {
    String path = path(exception);
    Throwable cause = exception.getCause();
    while (cause instanceof JsonProcessingException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case LakeException lake -> after(path, ": ") + lake.getMessage();
      case IllegalArgumentException argument -> after(path, ": ") + argument.getMessage();
      case NullPointerException missing ->
          after(path, ".") + SNAKE_CASE.translate(missing.getMessage()) + " is missing";
      case null, default -> after(path, " ") + "must be " + expected(exception);
    };
  }

  /// The path of a field in the event: `subject.max_posts_per_run`.
  private static String path(JsonMappingException exception) {
    return exception.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String after(String path, String separator) {
    return path.isEmpty() ? "" : path + separator;
  }

  private static String expected(JsonMappingException exception) {
    Class<?> type =
        exception instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
            ? mismatch.getTargetType()
            : Object.class;
    if (type.isPrimitive() || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == BigDecimal.class) {
      return "a number";
    }
    return type == String.class ? "a text" : "an object";
  }
}
