package dev.fedbytweets.states;

import dev.fedbytweets.core.failure.RejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads one state.
final class StateParser {

  private final String name;
  private final Fields fields;
  private final WorkflowParser workflows;

  /// @param workflows reads the workflows within the state
  StateParser(String name, Fields fields, WorkflowParser workflows) {
    this.name = name;
    this.fields = fields;
    this.workflows = workflows;
  }

  /// @throws RejectedException if the state is refused
  State parse() {
    String type = fields.requiredText("Type");
    fields.requireIfGiven("QueryLanguage", "JSONPath");
    State state =
        switch (type) {
          case "Task" -> task();
          case "Parallel" -> parallel();
          case "Map" -> map();
          case "Pass" -> pass();
          case "Wait" -> waitState();
          case "Choice" -> choice();
          case "Succeed" -> new State.Succeed(name, DataFlow.parse(fields));
          case "Fail" -> new State.Fail(name, textOrPath("Error"), textOrPath("Cause"));
          default -> throw fields.refuse("Type", "is '%s', which is not known".formatted(type));
        };
    fields.refuseOthers();
    return state;
  }

  private State task() {
    return new State.Task(
        name,
        DataFlow.parse(fields, "Parameters", "ResultSelector", "ResultPath"),
        fields.requiredText("Resource"),
        Duration.ofSeconds(
            fields
                .wholeNumber("TimeoutSeconds", 1, Fields.MOST_SECONDS)
                .orElse(Fields.MOST_SECONDS)),
        ErrorHandling.parse(fields),
        next());
  }

  private State parallel() {
    List<Workflow> branches = new ArrayList<>();
    for (Fields branch : fields.requiredObjects("Branches")) {
      String where = "state '%s', Branches[%d]".formatted(name, branches.size());
      branches.add(workflows.parse(where, branch));
      branch.refuseOthers();
    }
    return new State.Parallel(
        name,
        DataFlow.parse(fields, "Parameters", "ResultSelector", "ResultPath"),
        branches,
        ErrorHandling.parse(fields),
        next());
  }

  private State map() {
    return new State.Map(
        name,
        DataFlow.parse(fields, "ResultSelector", "ResultPath"),
        fields.text("ItemsPath", Path::parseReference).orElse(Path.ROOT),
        fields.value("ItemSelector", PayloadTemplate::parse).orElse(PayloadTemplate.UNCHANGED),
        fields.wholeNumber("MaxConcurrency", 0, Integer.MAX_VALUE).orElse(0),
        itemProcessor(),
        ErrorHandling.parse(fields),
        next());
  }

  private Workflow itemProcessor() {
    Fields processor = fields.object("ItemProcessor");
    if (processor.has("ProcessorConfig")) {
      Fields config = processor.object("ProcessorConfig");
      config.requireIfGiven("Mode", "INLINE");
      config.refuseOthers();
    }
    Workflow workflow = workflows.parse("state '%s', ItemProcessor".formatted(name), processor);
    processor.refuseOthers();
    return workflow;
  }

  private State pass() {
    return new State.Pass(
        name, DataFlow.parse(fields, "Parameters", "ResultPath"), fields.value("Result"), next());
  }

  private State waitState() {
    DataFlow dataFlow = DataFlow.parse(fields);
    Optional<String> next = next();
    fields.excludeEachOther("Seconds", "TimestampPath");
    OptionalInt seconds = fields.wholeNumber("Seconds", 0, Fields.MOST_SECONDS);
    Optional<Path> timestampPath = fields.text("TimestampPath", Path::parseReference);
    fields.refuseOthers();
    WaitTime time;
    if (seconds.isPresent()) {
      time = new WaitTime.For(Duration.ofSeconds(seconds.getAsInt()));
    } else {
      time =
          new WaitTime.Until(
              timestampPath.orElseThrow(
                  () -> fields.refuse("needs one of Seconds and TimestampPath")));
    }
    return new State.Wait(name, dataFlow, time, next);
  }

  private State choice() {
    List<State.Choice.Branch> choices =
        fields.requiredObjects("Choices").stream()
            .map(
                choice -> {
                  String next = choice.requiredText("Next");
                  return new State.Choice.Branch(ChoiceRule.parse(choice), next);
                })
            .toList();
    return new State.Choice(name, DataFlow.parse(fields), choices, fields.text("Default"));
  }

  /// `Error` or `ErrorPath`, `Cause` or `CausePath`: a fixed text, a reference path, or a call of
  /// an intrinsic function.
  private Optional<Expression> textOrPath(String field) {
    fields.excludeEachOther(field, field + "Path");
    Optional<Expression> text = fields.text(field).map(Json::ofText).map(Expression.Constant::new);
    return text.or(
        () ->
            fields.text(
                field + "Path",
                path ->
                    path.startsWith("$")
                        ? new Expression.At(Path.parseReference(path))
                        : ExpressionParser.parse(path)));
  }

  private Optional<String> next() {
    fields.excludeEachOther("Next", "End");
    Optional<String> next = fields.text("Next");
    if (next.isEmpty() && !fields.isTrue("End")) {
      throw fields.refuse("needs 'Next', or 'End' with the value true");
    }
    return next;
  }
}
