package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The context object of an execution; paths that begin with `$$` lead into it.
///
/// @param name of the execution
/// @param startTime of the execution
/// @param input of the execution
record ContextObject(String name, Instant startTime, JsonNode input) {

  private static final String MACHINE = "local";
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// The context object as a state sees it.
  ///
  /// @param scope the items around the state
  /// @param state the state's name
  /// @param entered when it was entered
  /// @param retries how often it was retried since
  ObjectNode of(Scope scope, String state, Instant entered, int retries) {
    ObjectNode context = Json.newObject();
    context
        .putObject("Execution")
        .put("Id", "execution:%s:%s".formatted(MACHINE, name))
        .put("Name", name)
        .put("StartTime", MILLISECONDS.format(startTime))
        .put("RedriveCount", 0)
        .set("Input", input);
    context.putObject("StateMachine").put("Id", "stateMachine:" + MACHINE).put("Name", MACHINE);
    context
        .putObject("State")
        .put("Name", state)
        .put("EnteredTime", MILLISECONDS.format(entered))
        .put("RetryCount", retries);
    scope.item().ifPresent(item -> item.describeIn(context));
    return context;
  }
}
