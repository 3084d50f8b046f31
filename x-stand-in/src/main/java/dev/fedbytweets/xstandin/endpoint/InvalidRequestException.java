package dev.fedbytweets.xstandin.endpoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// X would refuse the parameters with 400.
public final class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidRequestException(List<Violation> violations) {
    super(violations.stream().map(Violation::message).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  /// A page token that was not given out for what is asked.
  static InvalidRequestException unknownToken(String token) {
    String message = "Invalid 'next_token':'%s'".formatted(token);
    return new InvalidRequestException(
        List.of(new Violation(Map.of("next_token", token), message)));
  }

  /// Everything that is wrong, not empty.
  List<Violation> violations() {
    return violations;
  }

  /// One thing that is wrong.
  ///
  /// @param parameters those that it is about, with the values they have
  /// @param message as X words it
  public record Violation(Map<String, String> parameters, String message) {

    public Violation {
      parameters = new TreeMap<>(parameters);
    }
  }
}
