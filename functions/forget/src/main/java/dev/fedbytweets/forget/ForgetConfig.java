package dev.fedbytweets.forget;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The settings of the function.
///
/// @param aws where the lake lies
/// @param results `LAKE_RESULTS_BUCKET`: the bucket of Athena's results, which is emptied; none if
///     not set
/// @param margin `LAKE_TIME_MARGIN`: how long before the function's end nothing further is begun, 4
///     minutes if not set
public record ForgetConfig(AwsSettings aws, Optional<String> results, Duration margin) {

  /// Several objects are read at a time, since each answer of S3 takes long; and what others write
  /// meanwhile is looked at twice more.
  static final ForgetSettings SETTINGS = new ForgetSettings(16, 3);

  private static final Duration MARGIN = Duration.ofMinutes(4);

  /// @param environment usually [System#getenv()]
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public static ForgetConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Supplier<AwsSettings> aws = AwsSettings.read(settings);
    Optional<String> results =
        Optional.of(settings.text("LAKE_RESULTS_BUCKET", "")).filter(name -> !name.isEmpty());
    Duration margin = settings.duration("LAKE_TIME_MARGIN", MARGIN);
    return settings.build(() -> new ForgetConfig(aws.get(), results, margin));
  }
}
