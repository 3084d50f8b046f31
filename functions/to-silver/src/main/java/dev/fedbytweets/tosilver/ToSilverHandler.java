package dev.fedbytweets.tosilver;

import com.amazonaws.services.lambda.runtime.Context;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.step.ToSilverOutput;
import dev.fedbytweets.tables.LakeTables;
import java.time.Duration;
import java.time.InstantSource;

/// [ToSilver] as a Lambda function. One image serves three functions: the table comes with the
/// event.
public final class ToSilverHandler extends StepHandler<ToSilverInput, ToSilverOutput> {

  private final ToSilver toSilver;
  private final InstantSource clock;
  private final Duration margin;

  /// Takes the settings from the environment: see [ToSilverConfig].
  public ToSilverHandler() {
    this(ToSilverConfig.of(System.getenv()));
  }

  private ToSilverHandler(ToSilverConfig config) {
    this(
        new ToSilver(
            LakeTables.open(
                GlueCatalogSettings.properties(config.aws()), config.aws().environment() + "_"),
            S3ObjectStore.open(config.aws()),
            InstantSource.system(),
            config.rowsAtOnce(),
            EmbeddedMetrics.of(config.aws())),
        InstantSource.system(),
        config.margin());
  }

  /// @param margin how long before the function's end the last merge starts
  public ToSilverHandler(ToSilver toSilver, InstantSource clock, Duration margin) {
    super(ToSilverInput.class);
    this.toSilver = toSilver;
    this.clock = clock;
    this.margin = margin;
  }

  @Override
  protected ToSilverOutput handle(ToSilverInput input, Context context) {
    return toSilver.merge(
        input, clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(margin));
  }
}
