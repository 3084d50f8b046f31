package dev.fedbytweets.xstandin.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.XJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What has happened at X to posts and users, and what goes wrong with the jobs that ask for it.
/// Safe for use by several threads.
public final class StandInCompliance {

  private static final Duration USUAL_WORK = Duration.ofMinutes(2);

  private final Map<String, ObjectNode> events = new HashMap<>();
  private final List<String> oddLines = new ArrayList<>();
  private Duration work = USUAL_WORK;
  private boolean hasAccess = true;
  private boolean isResumable = true;
  private int failures;
  private int cuts;

  /// Something happened to a post or user: from now on it comes back. As X documents it, the action
  /// is always `delete`, and the reason says what happened.
  ///
  /// @param type `tweets` or `users`
  /// @param reason such as `deleted`, `suspended` or `scrub_geo`
  /// @param redactedAt when it happened; null if X does not say
  public void happened(String type, String id, String reason, Instant redactedAt) {
    happened(type, id, "delete", reason, redactedAt);
  }

  /// The same with any action, such as one that is not documented.
  public synchronized void happened(
      String type, String id, String action, String reason, Instant redactedAt) {
    ObjectNode event = XJson.object().put("id", id).put("action", action);
    event.put("created_at", "2026-01-05T09:00:00.000Z");
    if (redactedAt != null) {
      event.put("redacted_at", XJson.time(redactedAt));
    }
    event.put("reason", reason);
    events.put(type + " " + id, event);
  }

  /// It is as if nothing had happened to a post or user.
  public synchronized void undone(String type, String id) {
    events.remove(type + " " + id);
  }

  /// This line stands in all results from now on.
  public synchronized void addLine(String line) {
    oddLines.add(Objects.requireNonNull(line, "line"));
  }

  /// How long X works on a list.
  public synchronized void takes(Duration time) {
    work = time;
  }

  /// Whether the account may use compliance jobs; else each request is answered with 403.
  public synchronized void setAccess(boolean access) {
    hasAccess = access;
  }

  /// Whether X gives addresses for resumable uploads when it is asked for them.
  public synchronized void setResumable(boolean resumable) {
    isResumable = resumable;
  }

  /// The next jobs to which a list is uploaded end as `failed`.
  public synchronized void failNextJobs(int times) {
    failures = times;
  }

  /// Of the next parts of lists, half is stored, and the connection breaks before an answer.
  public synchronized void cutNextUploads(int times) {
    cuts = times;
  }

  synchronized boolean hasAccess() {
    return hasAccess;
  }

  synchronized boolean isResumable() {
    return isResumable;
  }

  synchronized Duration work() {
    return work;
  }

  synchronized boolean takeFailure() {
    return failures > 0 && failures-- > 0;
  }

  synchronized boolean takeCut() {
    return cuts > 0 && cuts-- > 0;
  }

  /// What comes back for the identifiers in a list, one JSON object in each line.
  synchronized String results(String type, String list) {
    StringBuilder lines = new StringBuilder();
    list.lines()
        .map(line -> events.get(type + " " + line.strip()))
        .filter(Objects::nonNull)
        .forEach(event -> lines.append(event).append('\n'));
    oddLines.forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }
}
