package dev.fedbytweets.states;

import dev.fedbytweets.core.failure.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads one state.
final class StateParser {

  private final String name;
  private final Fields fields;
  private final DataFlowParser data;
  private final FlowParser flows;

  /// @param flows reads the flows within the state
  StateParser(String name, Fields fields, FlowParser flows) {
    this.name = name;
    this.fields = fields;
    this.data = new DataFlowParser(fields);
    this.flows = flows;
  }

  /// @throws RejectedException if the state cannot be taken
  State parse() {
    String type = fields.requiredText("Type");
    fields.requireIfGiven("QueryLanguage", "JSONPath");
    State state =
        switch (type) {
          case "Task" -> task();
          case "Parallel" -> parallel();
          case "Map" -> forEach();
          case "Pass" -> pass();
          case "Wait" -> waiting();
          case "Choice" -> choice();
          case "Succeed" -> new State.Succeed(name, data.inputAndOutput());
          case "Fail" -> fail();
          default -> throw fields.refuse("Type", "is '%s', which is not known".formatted(type));
        };
    fields.refuseOthers();
    return state;
  }

  private State task() {
    return new State.Task(
        name,
        data.everything(),
        fields.requiredText("Resource"),
        Duration.ofSeconds(
            fields.wholeNumber("TimeoutSeconds", 1, Seconds.MOST).orElse(Seconds.MOST)),
        new RecoveryParser(fields).parse(),
        transition());
  }

  private State parallel() {
    List<Flow> branches = new ArrayList<>();
    for (Fields branch : fields.requiredObjects("Branches")) {
      String where = "state '%s', Branches[%d]".formatted(name, branches.size());
      branches.add(flows.parse(where, branch));
      branch.refuseOthers();
    }
    return new State.Parallel(
        name, data.everything(), branches, new RecoveryParser(fields).parse(), transition());
  }

  private State forEach() {
    return new State.ForEach(
        name,
        data.withoutParameters(),
        fields.text("ItemsPath", Path::parseReference).orElseGet(() -> Path.parse("$")),
        data.template("ItemSelector"),
        fields.wholeNumber("MaxConcurrency", 0, Integer.MAX_VALUE).orElse(0),
        processor(),
        new RecoveryParser(fields).parse(),
        transition());
  }

  private Flow processor() {
    Fields processor = fields.object("ItemProcessor");
    if (processor.has("ProcessorConfig")) {
      Fields config = processor.object("ProcessorConfig");
      config.requireIfGiven("Mode", "INLINE");
      config.refuseOthers();
    }
    Flow flow = flows.parse("state '%s', ItemProcessor".formatted(name), processor);
    processor.refuseOthers();
    return flow;
  }

  private State pass() {
    return new State.Pass(name, data.withoutResultSelector(), fields.value("Result"), transition());
  }

  private State waiting() {
    return new State.Wait(name, data.inputAndOutput(), waitTime(), transition());
  }

  private WaitTime waitTime() {
    List<WaitTime> times = new ArrayList<>();
    seconds().map(WaitTime.For::new).ifPresent(times::add);
    fields.text("Timestamp", StateParser::time).map(WaitTime.Until::new).ifPresent(times::add);
    fields
        .text("TimestampPath", Path::parseReference)
        .map(WaitTime.UntilAt::new)
        .ifPresent(times::add);
    if (times.size() != 1) {
      throw fields.refuse("needs one of Seconds, SecondsPath, Timestamp and TimestampPath");
    }
    return times.getFirst();
  }

  private static Instant time(String text) {
    return Timestamps.read(text)
        .orElseThrow(() -> new IllegalArgumentException("'%s' is no time".formatted(text)));
  }

  private Optional<Seconds> seconds() {
    fields.excludeEachOther("Seconds", "SecondsPath");
    OptionalInt number = fields.wholeNumber("Seconds", 0, Seconds.MOST);
    if (number.isPresent()) {
      return Optional.of(new Seconds.Fixed(Duration.ofSeconds(number.getAsInt())));
    }
    return fields.text("SecondsPath", Path::parseReference).map(Seconds.At::new);
  }

  private State choice() {
    List<State.Choice.Branch> choices =
        fields.requiredObjects("Choices").stream().map(ChoiceRuleParser::branch).toList();
    return new State.Choice(name, data.inputAndOutput(), choices, fields.text("Default"));
  }

  private State fail() {
    return new State.Fail(name, DataFlowParser.none(), failText("Error"), failText("Cause"));
  }

  private FailText failText(String field) {
    String pathField = field + "Path";
    fields.excludeEachOther(field, pathField);
    Optional<FailText> fixed = fields.text(field).map(FailText.Fixed::new);
    return fixed
        .or(
            () ->
                fields
                    .text(pathField, StateParser::failExpression)
                    .map(expression -> new FailText.Computed(pathField, expression)))
        .orElseGet(FailText.None::new);
  }

  private static Expression failExpression(String text) {
    return text.startsWith("$")
        ? new Expression.At(Path.parseReference(text))
        : ExpressionParser.parse(text);
  }

  private Transition transition() {
    fields.excludeEachOther("Next", "End");
    Optional<String> next = fields.text("Next");
    if (next.isPresent()) {
      return new Transition.To(next.get());
    }
    if (!fields.isTrue("End")) {
      throw fields.refuse("needs 'Next', or 'End' with the value true");
    }
    return new Transition.End();
  }
}
