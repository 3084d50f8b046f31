package dev.fedbytweets.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.core.failure.RejectedException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A state machine definition that was read and checked. It is immutable, and any number of
/// executions may share it.
public final class StateMachine {

  private static final String WHERE = "state machine";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

  /// Step Functions limits an execution to one year.
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Workflow workflow;
  private final Duration timeout;

  private StateMachine(Workflow workflow, Duration timeout) {
    this.workflow = workflow;
    this.timeout = timeout;
  }

  /// Reads a definition. Fields that this package does not support are refused, never ignored
  /// (except `Comment`), and so is a definition that cannot work: a transition to a missing
  /// state, a state that nothing leads to, a workflow without an end.
  ///
  /// @param json a definition in the Amazon States Language, with JSONPath as its query language
  /// @param placeholders the value of each `${name}`; every placeholder needs a value, and every
  ///     value a placeholder
  /// @throws RejectedException if the definition is refused; the message names the state and the
  ///     field
  public static StateMachine parse(String json, Map<String, String> placeholders) {
    Fields fields = Fields.of(WHERE, tree(fill(json, placeholders)));
    fields.requireIfGiven("Version", "1.0");
    fields.requireIfGiven("QueryLanguage", "JSONPath");
    OptionalInt seconds = fields.wholeNumber("TimeoutSeconds", 1, Fields.MOST_SECONDS);
    Workflow workflow = new WorkflowParser().parse(WHERE, fields);
    fields.refuseOthers();
    Duration timeout = seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : LONGEST;
    return new StateMachine(workflow, timeout);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.parse(json);
    } catch (JsonProcessingException e) {
      throw new RejectedException("%s: not JSON: %s".formatted(WHERE, e.getOriginalMessage()), e);
    }
  }

  /// Replaces each `${name}` of a definition, as Terraform's `templatefile` does.
  ///
  /// @param text a JSON text whose placeholders stand within strings
  /// @param values the unescaped value of each name
  /// @throws RejectedException if a placeholder has no value, or a value no placeholder
  static String fill(String text, Map<String, String> values) {
    Set<String> unused = new TreeSet<>(values.keySet());
    String filled =
        PLACEHOLDER
            .matcher(text)
            .replaceAll(
                found -> {
                  String name = found.group(1);
                  unused.remove(name);
                  if (!values.containsKey(name)) {
                    throw new RejectedException(
                        "%s: no value for the placeholder '${%s}'".formatted(WHERE, name));
                  }
                  String quoted = Json.text(Json.ofText(values.get(name)));
                  return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
                });
    if (!unused.isEmpty()) {
      throw new RejectedException(
          "%s: no placeholder for the values of %s".formatted(WHERE, unused));
    }
    return filled;
  }

  Workflow workflow() {
    return workflow;
  }

  /// The longest that an execution may take.
  Duration timeout() {
    return timeout;
  }
}
