package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.failure.RejectedException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/// A state machine definition that was read, understood and checked. Immutable, and good for any
/// number of executions.
public final class StateMachine {

  private static final String WHERE = "state machine";

  /// Step Functions lets an execution run for a year; nothing here waits for longer.
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Flow flow;
  private final Duration timeout;

  private StateMachine(Flow flow, Duration timeout) {
    this.flow = flow;
    this.timeout = timeout;
  }

  /// Reads a definition. What this package does not know is refused, never ignored (`Comment`
  /// excepted), and so is what cannot work: transitions to states that are not there, states
  /// that nothing leads to, flows without an end.
  ///
  /// @param json a definition in the Amazon States Language, with JSONPath as its query language
  /// @param placeholders what to put for each `${name}` in it; every placeholder needs a value,
  ///     and every value a placeholder
  /// @throws RejectedException if the definition cannot be taken; the message names the state
  ///     and the field
  public static StateMachine parse(String json, Map<String, String> placeholders) {
    Fields fields = Fields.of(WHERE, tree(Placeholders.fill(json, placeholders)));
    fields.requireIfGiven("Version", "1.0");
    fields.requireIfGiven("QueryLanguage", "JSONPath");
    OptionalInt seconds = fields.wholeNumber("TimeoutSeconds", 1, Seconds.MOST);
    Flow flow = new FlowParser().parse(WHERE, fields);
    fields.refuseOthers();
    Duration timeout = seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : LONGEST;
    return new StateMachine(flow, timeout);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.parse(json);
    } catch (JsonProcessingException e) {
      throw new RejectedException("%s: not JSON: %s".formatted(WHERE, e.getOriginalMessage()), e);
    }
  }

  Flow flow() {
    return flow;
  }

  /// How long an execution may take.
  Duration timeout() {
    return timeout;
  }
}
