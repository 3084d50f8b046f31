package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.states.ExecutionEvent;
import dev.fedbytweets.states.ExecutionListener;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Shows a person what a run is doing, and remembers what failed.
final class RunProgress implements ExecutionListener {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private static final Map<String, String> WORK =
      Map.of(
          "ProcessRaw", "bringing pages into bronze",
          "TweetsToSilver", "merging tweets into silver",
          "UsersToSilver", "merging users into silver",
          "PlacesToSilver", "merging places into silver",
          "MediaToSilver", "merging media into silver");

  private final Terminal terminal;
  private final CollectingProgress collecting;
  private final Map<SubjectName, String> failures = new LinkedHashMap<>();

  /// Why something is tried again, until it works; null if nothing is.
  private String retried;

  /// What the run did though subjects failed; null if none did.
  private JsonNode reportOfRest;

  RunProgress(Terminal terminal) {
    this(terminal, new CollectingProgress(terminal, Map.of()));
  }

  /// @param collecting shows the posts that are read
  RunProgress(Terminal terminal, CollectingProgress collecting) {
    this.terminal = terminal;
    this.collecting = collecting;
  }

  /// Why subjects were not collected.
  Map<SubjectName, String> failures() {
    return Collections.unmodifiableMap(failures);
  }

  /// What the run did for the other subjects; empty if none failed.
  Optional<JsonNode> reportOfRest() {
    return Optional.ofNullable(reportOfRest);
  }

  @Override
  public void on(ExecutionEvent event) {
    switch (event) {
      case ExecutionEvent.Entered(ExecutionEvent.Moment moment, JsonNode input) ->
          entered(moment.state(), input);
      case ExecutionEvent.Exited(ExecutionEvent.Moment moment, JsonNode output) ->
          exited(moment.state(), output);
      case ExecutionEvent.Waiting(ExecutionEvent.Moment moment, Instant until) ->
          terminal.say("  waiting for X until " + CLOCK.format(until));
      case ExecutionEvent.Retrying retrying -> retrying(retrying);
      case ExecutionEvent.Failed _ -> terminal.clearProgress();
    }
  }

  private void entered(String state, JsonNode input) {
    if (state.equals("GetTweets")) {
      collecting.begin(input.path("subject").path("name").asText());
    } else if (WORK.containsKey(state)) {
      terminal.showProgress(() -> "  " + WORK.get(state));
    } else if (state.equals("ReportFailedSubjects")) {
      reportOfRest = input;
    }
  }

  private void exited(String state, JsonNode output) {
    if (state.equals("GetTweets") && retried != null && !output.has("failure")) {
      terminal.say("  X answers again");
      retried = null;
    }
    if (state.equals("SubjectCollected")) {
      terminal.say(
          "  collected %s: %s, about $%s%s"
              .formatted(
                  output.path("subject").asText(),
                  Plural.of(output.path("counts").path("read").asLong(), "post"),
                  Money.dollars(output.path("estimated_charge_usd")),
                  why(output.path("reason").asText())));
    } else if (state.equals("SubjectFailed")) {
      failed(output.path("subject").asText(), output.path("cause").asText());
    } else if (WORK.containsKey(state)) {
      terminal.clearProgress();
      retried = null;
    }
  }

  /// The same reason is told once: after that a terminal shows the time of the next try only.
  private void retrying(ExecutionEvent.Retrying retrying) {
    String cause = FailureMessages.of(retrying.problem());
    String next = CLOCK.format(retrying.next());
    if (cause.equals(retried)) {
      terminal.showProgress(() -> "  trying again at " + next);
    } else {
      terminal.warn("  %s; trying again from %s on".formatted(cause, next));
    }
    retried = cause;
  }

  private void failed(String subject, String cause) {
    long read = collecting.read(subject);
    String told = FailureMessages.of(null, cause);
    terminal.warn(
        "  not collected: %s%s"
            .formatted(
                told,
                read == 0 ? "" : " (%s came before that)".formatted(Plural.of(read, "post"))));
    failures.put(new SubjectName(subject), told);
    retried = null;
  }

  private static String why(String reason) {
    return switch (reason) {
      case "run_limit" -> "; max_posts_per_run is reached, the next run goes on from here";
      case "day_limit" ->
          "; max_posts_per_day is reached, the first run after midnight UTC goes on from here";
      case "month_limit" ->
          "; max_posts_per_month is reached, next month's first run goes on from here";
      case "rate_limit" -> "; X wants a longer pause, the next run goes on from here";
      default -> "";
    };
  }
}
