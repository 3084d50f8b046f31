package dev.fedbytweets.comply;

import dev.fedbytweets.xclient.ComplianceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What came back in a check, and how much of what. Memory: what something happened to.
final class ComplianceEvents {

  /// A line that says nothing which can be used.
  static final String UNREADABLE = "unreadable";

  /// An action that X does not document.
  static final String UNKNOWN = "unknown";

  private final Map<Long, ComplianceEvent> posts = new LinkedHashMap<>();
  private final Map<Long, ComplianceEvent> users = new LinkedHashMap<>();
  private final Map<String, Long> counts = new TreeMap<>();

  /// Takes a line of the results of a job.
  void add(ComplianceType type, String line) {
    ComplianceEvent event = ComplianceEvent.read(line).orElse(null);
    if (event == null) {
      count(UNREADABLE);
    } else if (event.demand() == ComplianceEvent.Demand.UNKNOWN) {
      count(UNKNOWN);
    } else {
      of(type).merge(event.id(), event, ComplianceEvents::stricter);
      count(event.what());
    }
  }

  /// What must go goes, whatever else is said about it.
  private static ComplianceEvent stricter(ComplianceEvent one, ComplianceEvent other) {
    return one.demand() == ComplianceEvent.Demand.SCRUB_GEO ? other : one;
  }

  /// What happened to posts or users, by their identifiers.
  Map<Long, ComplianceEvent> of(ComplianceType type) {
    return switch (type) {
      case TWEETS -> posts;
      case USERS -> users;
    };
  }

  /// Counts something that is done otherwise than it was said.
  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /// How often what happened.
  Map<String, Long> counts() {
    return counts;
  }
}
