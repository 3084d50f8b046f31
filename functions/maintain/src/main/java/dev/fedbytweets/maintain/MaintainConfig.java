package dev.fedbytweets.maintain;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// The settings of the function.
///
/// @param aws where the lake lies
/// @param maintenance `LAKE_SNAPSHOT_AGE`: how long a snapshot is kept, 7 days if not set; the
///     rest is as usual
/// @param margin `LAKE_TIME_MARGIN`: how long before the function's end the last files are written
///     anew, 4 minutes if not set
public record MaintainConfig(AwsSettings aws, MaintenanceSettings maintenance, Duration margin) {

  private static final Duration MARGIN = Duration.ofMinutes(4);

  /// @param environment usually [System#getenv()]
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public static MaintainConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Supplier<AwsSettings> aws = AwsSettings.read(settings);
    Duration age = settings.duration("LAKE_SNAPSHOT_AGE", MaintenanceSettings.USUAL.snapshotAge());
    Duration margin = settings.duration("LAKE_TIME_MARGIN", MARGIN);
    return settings.build(
        () ->
            new MaintainConfig(aws.get(), MaintenanceSettings.USUAL.withSnapshotAge(age), margin));
  }
}
