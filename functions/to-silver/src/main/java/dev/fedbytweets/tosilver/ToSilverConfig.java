package dev.fedbytweets.tosilver;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// The settings of the function.
///
/// @param aws where the lake lies
/// @param rowsAtOnce `LAKE_ROWS_AT_ONCE`: bronze rows in one commit, unless a single bronze
///     commit has more; 500000 if not set
/// @param margin `LAKE_TIME_MARGIN`: how long before the function's end the last merge starts, 2
///     minutes if not set
public record ToSilverConfig(AwsSettings aws, int rowsAtOnce, Duration margin) {

  /// About 30 MB of memory for the keys.
  public static final int ROWS_AT_ONCE = 500_000;

  private static final Duration MARGIN = Duration.ofMinutes(2);

  /// @param environment usually [System#getenv()]
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public static ToSilverConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Supplier<AwsSettings> aws = AwsSettings.read(settings);
    int rowsAtOnce = settings.number("LAKE_ROWS_AT_ONCE", ROWS_AT_ONCE, 1, 10_000_000);
    Duration margin = settings.duration("LAKE_TIME_MARGIN", MARGIN);
    return settings.build(() -> new ToSilverConfig(aws.get(), rowsAtOnce, margin));
  }
}
