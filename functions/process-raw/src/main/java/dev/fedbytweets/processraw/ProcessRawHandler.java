package dev.fedbytweets.processraw;

import com.amazonaws.services.lambda.runtime.Context;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.tables.LakeTables;
import java.time.Duration;
import java.time.InstantSource;

/// [ProcessRaw] as a Lambda function.
public final class ProcessRawHandler extends StepHandler<ProcessRawInput, ProcessRawOutput> {

  private final ProcessRaw processRaw;
  private final InstantSource clock;
  private final Duration margin;

  /// Takes the settings from the environment: see [ProcessRawConfig].
  public ProcessRawHandler() {
    this(ProcessRawConfig.of(System.getenv()));
  }

  private ProcessRawHandler(ProcessRawConfig config) {
    this(
        new ProcessRaw(
            LakeTables.open(
                GlueCatalogSettings.properties(config.aws()), config.aws().environment() + "_"),
            S3ObjectStore.open(config.aws()),
            InstantSource.system(),
            config.pagesAtOnce(),
            EmbeddedMetrics.of(config.aws())),
        InstantSource.system(),
        config.margin());
  }

  /// @param margin how long before the function's end the last page is read
  public ProcessRawHandler(ProcessRaw processRaw, InstantSource clock, Duration margin) {
    super(ProcessRawInput.class);
    this.processRaw = processRaw;
    this.clock = clock;
    this.margin = margin;
  }

  @Override
  protected ProcessRawOutput handle(ProcessRawInput input, Context context) {
    return processRaw.process(
        input, clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(margin));
  }
}
