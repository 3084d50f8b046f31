package dev.fedbytweets.processraw;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
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
    S3ObjectStore store = S3ObjectStore.open(aws);
    Tombstones tombstones = new Tombstones(store);
    Metrics metrics = EmbeddedMetrics.of(aws);
    return new ProcessRaw(
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        store,
        InstantSource.system(),
        config.pagesAtOnce(),
        metrics,
        () -> forgotten(tombstones, metrics));
  }

  /// Tells of requests to forget that nobody fulfils: nothing else comes by so often.
  private static Forgotten forgotten(Tombstones tombstones, Metrics metrics) {
    Tombstones.Summary summary = tombstones.summary();
    summary
        .pendingSince()
        .ifPresent(
            since ->
                metrics.put(
                    Metric.REQUEST_AGE_HOURS,
                    Duration.between(since, InstantSource.system().instant()).toHours()));
    return summary.forgotten();
  }
}
