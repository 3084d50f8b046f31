package dev.fedbytweets.maintain;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.core.step.MaintainInput;
import dev.fedbytweets.core.step.MaintainOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.maintenance.MaintenanceReport;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// [Maintain] as a Lambda function: the table comes with the event.
public final class MaintainHandler extends StepHandler<MaintainInput, MaintainOutput> {

  private final Maintain maintain;

  /// On AWS, with the settings of the environment: see [MaintainConfig].
  public MaintainHandler() {
    this(MaintainConfig.of(System.getenv()));
  }

  private MaintainHandler(MaintainConfig config) {
    this(onAws(config), InstantSource.system(), config.margin());
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  /// @param margin how long before the end of the invocation the last files are written anew
  public MaintainHandler(Maintain maintain, InstantSource clock, Duration margin) {
    super(MaintainInput.class, clock, margin);
    this.maintain = maintain;
  }

  @Override
  protected MaintainOutput handle(MaintainInput input, Instant deadline, String requestId) {
    MaintenanceReport report =
        maintain
            .maintain(TableDefinitions.of(input.layer(), input.table()), deadline)
            .orElse(MaintenanceReport.NOTHING);
    return new MaintainOutput(
        report.isComplete() ? Progress.DONE : Progress.MORE,
        input.layer(),
        input.table(),
        report.filesBefore(),
        report.filesAfter(),
        report.manifests(),
        report.snapshots(),
        report.removals().size(),
        report.bytesRemoved(),
        report.size().dataFiles(),
        report.size().dataBytes(),
        report.size().metadataBytes());
  }

  private static Maintain onAws(MaintainConfig config) {
    AwsSettings aws = config.aws();
    return new Maintain(
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        config.maintenance(),
        InstantSource.system(),
        EmbeddedMetrics.of(aws));
  }
}
