package dev.fedbytweets.processraw;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.tables.LakeTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// [ProcessRaw] as a Lambda function.
public final class ProcessRawHandler extends StepHandler<ProcessRawInput, ProcessRawOutput> {

  private final ProcessRaw processRaw;

  /// On AWS, with the settings of the environment: see [ProcessRawConfig].
  public ProcessRawHandler() {
    this(ProcessRawConfig.of(System.getenv()));
  }

  private ProcessRawHandler(ProcessRawConfig config) {
    this(onAws(config), InstantSource.system(), config.margin());
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  /// @param margin how long before the end of the invocation the last page is read
  public ProcessRawHandler(ProcessRaw processRaw, InstantSource clock, Duration margin) {
    super(ProcessRawInput.class, clock, margin);
    this.processRaw = processRaw;
  }

  @Override
  protected ProcessRawOutput handle(ProcessRawInput input, Instant deadline, String requestId) {
    return processRaw.process(input, deadline);
  }

  private static ProcessRaw onAws(ProcessRawConfig config) {
    AwsSettings aws = config.aws();
    return new ProcessRaw(
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        S3ObjectStore.open(aws),
        InstantSource.system(),
        config.pagesAtOnce(),
        EmbeddedMetrics.of(aws));
  }
}
