package dev.fedbytweets.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ExecutionEvent;
import dev.fedbytweets.states.ExecutionListener;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// Shows a person what a run is doing.
final class RunProgress implements ExecutionListener {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private static final Map<String, String> WORK =
      Map.of(
          "ProcessRaw", "bringing pages into bronze",
          "TweetsToSilver", "merging tweets into silver",
          "UsersToSilver", "merging users into silver",
          "PlacesToSilver", "merging places into silver");

  private final Terminal terminal;

  RunProgress(Terminal terminal) {
    this.terminal = terminal;
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
      case ExecutionEvent.Retrying retrying ->
          terminal.say(
              "  %s: trying again (%s)"
                  .formatted(retrying.moment().state(), FailureMessages.of(retrying.problem())));
      case ExecutionEvent.Failed failed -> failed(failed);
    }
  }

  private void entered(String state, JsonNode input) {
    if (state.equals("GetTweets")) {
      JsonNode soFar = input.path("collected").path("counts").path("read");
      terminal.showProgress(
          "  collecting %s%s"
              .formatted(
                  input.path("subject").path("name").asText(),
                  soFar.isMissingNode() ? "" : ": %,d posts".formatted(soFar.asLong())));
    } else if (WORK.containsKey(state)) {
      terminal.showProgress("  " + WORK.get(state));
    }
  }

  private void exited(String state, JsonNode output) {
    if (state.equals("SubjectCollected")) {
      terminal.say(
          "  collected %s: %,d posts, about $%s%s"
              .formatted(
                  output.path("subject").asText(),
                  output.path("counts").path("read").asLong(),
                  Money.dollars(output.path("estimated_charge_usd")),
                  why(output.path("reason").asText())));
    } else if (WORK.containsKey(state)) {
      terminal.clearProgress();
    }
  }

  private void failed(ExecutionEvent.Failed failed) {
    if (failed.moment().state().equals("GetTweets")) {
      terminal.say("  not collected: " + FailureMessages.of(failed.problem()));
    }
  }

  private static String why(String reason) {
    return switch (reason) {
      case "run_limit" -> "; max_posts_per_run is reached, the next run goes on from here";
      case "day_limit" ->
          "; max_posts_per_day is reached, the first run after midnight UTC goes on from here";
      case "month_limit" ->
          "; max_posts_per_month is reached, next month's first run goes on from here";
      default -> "";
    };
  }
}
