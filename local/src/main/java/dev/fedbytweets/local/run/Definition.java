package dev.fedbytweets.local.run;

import dev.fedbytweets.core.step.IngestTask;
import dev.fedbytweets.states.StateMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The state machine that Terraform deploys, whose tasks name the local functions.
public final class Definition {

  private static final String RESOURCE = "/statemachine/ingest.asl.json";

  private Definition() {}

  /// The machine, read and checked. Its tasks' resources are the names that
  /// [IngestTask#functionName] gives.
  public static StateMachine machine() {
    return StateMachine.parse(
        text(),
        Arrays.stream(IngestTask.values())
            .collect(Collectors.toMap(IngestTask::placeholder, IngestTask::functionName)));
  }

  private static String text() {
    try (InputStream resource = Definition.class.getResourceAsStream(RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }
}
