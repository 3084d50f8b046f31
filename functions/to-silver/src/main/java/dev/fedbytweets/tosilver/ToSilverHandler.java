package dev.fedbytweets.tosilver;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.step.ToSilverOutput;
import dev.fedbytweets.tables.LakeTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// [ToSilver] as a Lambda function. One image serves three functions, one of them two tables: the
/// table comes with the event.
public final class ToSilverHandler extends StepHandler<ToSilverInput, ToSilverOutput> {

  private final ToSilver toSilver;

  /// On AWS, with the settings of the environment: see [ToSilverConfig].
  public ToSilverHandler() {
    this(ToSilverConfig.of(System.getenv()));
  }

  private ToSilverHandler(ToSilverConfig config) {
    this(onAws(config), InstantSource.system(), config.margin());
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  /// @param margin how long before the end of the invocation the last merge starts
  public ToSilverHandler(ToSilver toSilver, InstantSource clock, Duration margin) {
    super(ToSilverInput.class, clock, margin);
    this.toSilver = toSilver;
  }

  @Override
  protected ToSilverOutput handle(ToSilverInput input, Instant deadline, String requestId) {
    return toSilver.merge(input, deadline);
  }

  private static ToSilver onAws(ToSilverConfig config) {
    AwsSettings aws = config.aws();
    return new ToSilver(
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        S3ObjectStore.open(aws),
        InstantSource.system(),
        config.rowsAtOnce(),
        EmbeddedMetrics.of(aws));
  }
}
