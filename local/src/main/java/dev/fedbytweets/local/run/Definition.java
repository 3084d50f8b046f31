package dev.fedbytweets.local.run;

import dev.fedbytweets.core.step.IngestTask;
import dev.fedbytweets.states.StateMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The state machines that Terraform deploys, whose tasks name the functions.
public final class Definition {

  private static final String FOLDER = "/statemachine/";

  private Definition() {}

  /// The machine of ingest, read and checked. Its tasks' resources are the names that
  /// [IngestTask#functionName] gives.
  public static StateMachine machine() {
    return StateMachine.parse(
        text("ingest.asl.json"),
        Arrays.stream(IngestTask.values())
            .collect(Collectors.toMap(IngestTask::placeholder, IngestTask::functionName)));
  }

  /// The machine of maintenance, read and checked. Its task's resource is `maintain`.
  public static StateMachine maintenance() {
    return StateMachine.parse(text("maintain.asl.json"), Map.of("maintain_arn", "maintain"));
  }

  /// The machine of gold, read and checked. Its tasks' resources are the functions' names.
  public static StateMachine gold() {
    return StateMachine.parse(
        text("gold.asl.json"), Map.of("label_posts_arn", "label-posts", "to_gold_arn", "to-gold"));
  }

  private static String text(String name) {
    try (InputStream resource = Definition.class.getResourceAsStream(FOLDER + name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
