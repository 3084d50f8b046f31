package dev.fedbytweets.comply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What X says happened to a post or user: a line of the results of a compliance job.
///
/// X documents `action` as `delete`, with what happened in `reason`: `deleted`, `deactivated`,
/// `protected`, `suspended`, `bounced`, `scrub_geo`. Clients have seen what happened in `action`,
/// so both are read.
///
/// @param id of the post or user
/// @param demand what X demands
/// @param what what happened, as X names it, for counts
/// @param redactedAt when it happened; null if X does not say
record ComplianceEvent(long id, Demand demand, String what, @Nullable Instant redactedAt) {

  /// What is to be done about it.
  enum Demand {
    /// The post or user goes.
    DELETE,
    /// It stays, without places.
    SCRUB_GEO,
    /// X names an action that is not documented: nothing is done, and a person has to look.
    UNKNOWN
  }

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Pattern WORD = Pattern.compile("[a-z_]{1,30}");
  private static final String SCRUB = "scrub_geo";
  private static final Set<String> DELETING =
      Set.of("delete", "deleted", "deactivated", "protected", "suspended", "bounced");

  /// Reads a line.
  ///
  /// @return empty if it does not say about which post or user something is told
  static Optional<ComplianceEvent> read(String line) {
    JsonNode json;
    try {
      json = MAPPER.readTree(line);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
    String id = json.path("id").asText("");
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    String action = word(json, "action");
    String reason = word(json, "reason");
    try {
      return Optional.of(
          new ComplianceEvent(
              Long.parseLong(id), demand(action, reason), what(action, reason), time(json)));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Demand demand(String action, String reason) {
    boolean isDelete = DELETING.contains(action);
    if (action.equals(SCRUB) || isDelete && reason.equals(SCRUB)) {
      return Demand.SCRUB_GEO;
    }
    return isDelete ? Demand.DELETE : Demand.UNKNOWN;
  }

  private static String what(String action, String reason) {
    String what = reason.isEmpty() || action.equals(SCRUB) ? action : reason;
    return WORD.matcher(what).matches() ? what : "other";
  }

  private static String word(JsonNode json, String field) {
    return json.path(field).asText("").strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Instant time(JsonNode json) {
    try {
      String text = json.path("redacted_at").asText("");
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
