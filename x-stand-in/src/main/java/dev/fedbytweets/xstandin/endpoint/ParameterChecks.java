package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.xstandin.query.SearchQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads single parameters and collects what X would object to, to say it all at once.
final class ParameterChecks {

  private final Parameters parameters;
  private final List<InvalidRequestException.Violation> violations = new ArrayList<>();

  ParameterChecks(Parameters parameters) {
    this.parameters = parameters;
  }

  Parameters parameters() {
    return parameters;
  }

  /// Notes that something is wrong with a parameter.
  void violation(String parameter, String value, String message) {
    violation(Map.of(parameter, value), message);
  }

  /// Notes that something is wrong with several parameters, given with their values.
  void violation(Map<String, String> given, String message) {
    violations.add(new InvalidRequestException.Violation(given, message));
  }

  /// @throws InvalidRequestException if anything is wrong
  void refuseViolations() {
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(violations);
    }
  }

  /// Objects to every parameter that is not one of these.
  void onlyKnown(Collection<String> known) {
    for (String name : parameters.names()) {
      if (!known.contains(name)) {
        violation(
            name,
            parameters.asMap().get(name),
            "The query parameter [%s] is not one of [%s]"
                .formatted(name, known.stream().sorted().collect(Collectors.joining(","))));
      }
    }
  }

  /// The query, which must be there and be readable; null if it is not.
  SearchQuery query(int longest) {
    String query = parameters.value("query").orElse("");
    if (query.isBlank()) {
      violation("query", query, "The `query` query parameter can not be empty");
      return null;
    }
    if (query.length() > longest) {
      violation(
          "query",
          query,
          "The `query` query parameter has %d characters, at most %d are allowed"
              .formatted(query.length(), longest));
      return null;
    }
    return readable(query);
  }

  private SearchQuery readable(String query) {
    try {
      return SearchQuery.parse(query);
    } catch (RejectedException e) {
      violation("query", query, "There were errors processing your request: " + e.getMessage());
      return null;
    }
  }

  /// A whole number within bounds; the fallback where none is given.
  int number(String name, int fallback, int least, int greatest) {
    Optional<String> value = parameters.value(name);
    if (value.isEmpty()) {
      return fallback;
    }
    if (!value.get().matches("[0-9]{1,9}") || outside(value.get(), least, greatest)) {
      violation(
          name,
          value.get(),
          "The `%s` query parameter value [%s] is not between %d and %d"
              .formatted(name, value.get(), least, greatest));
      return fallback;
    }
    return Integer.parseInt(value.get());
  }

  private static boolean outside(String value, int least, int greatest) {
    int number = Integer.parseInt(value);
    return number < least || number > greatest;
  }

  /// One of several words; the fallback where none is given.
  String choice(String name, String fallback, List<String> choices) {
    String value = parameters.value(name).orElse(fallback);
    amongThese(name, value, choices);
    return value;
  }

  /// The words of a list, each of which must be among those allowed; empty where none is given.
  List<String> list(String name, List<String> allowed) {
    List<String> values =
        parameters.value(name).map(value -> List.of(value.split(",", -1))).orElse(List.of());
    values.forEach(value -> amongThese(name, value, allowed));
    return values;
  }

  private void amongThese(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      violation(
          name,
          value,
          "The `%s` query parameter value [%s] is not one of [%s]"
              .formatted(name, value, String.join(",", allowed)));
    }
  }

  /// The token of a page, by either of its names; empty for a first page.
  Optional<String> token() {
    Optional<String> next = parameters.value("next_token");
    Optional<String> pagination = parameters.value("pagination_token");
    if (next.isPresent() && pagination.isPresent()) {
      violation(
          Map.of("next_token", next.get(), "pagination_token", pagination.get()),
          "At most one of 'pagination_token', 'next_token' may be provided");
    }
    return next.or(() -> pagination);
  }
}
