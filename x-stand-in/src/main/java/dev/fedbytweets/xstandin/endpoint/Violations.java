package dev.fedbytweets.xstandin.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects what is wrong with a request, to say it all at once.
final class Violations {

  private final List<InvalidRequestException.Violation> found = new ArrayList<>();

  void add(String parameter, String value, String message) {
    add(Map.of(parameter, value), message);
  }

  void add(Map<String, String> parameters, String message) {
    found.add(new InvalidRequestException.Violation(parameters, message));
  }

  /// @throws InvalidRequestException if anything was found
  void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidRequestException(found);
    }
  }
}
