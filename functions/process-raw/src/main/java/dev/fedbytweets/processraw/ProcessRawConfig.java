package dev.fedbytweets.processraw;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// The settings of the function.
///
/// @param aws where the lake is
/// @param pagesAtOnce `LAKE_PAGES_AT_ONCE`: pages in one commit at most, 100000 if not set
/// @param margin `LAKE_TIME_MARGIN`: how long before the function's end the last page is read, 60
///     seconds if not set
public record ProcessRawConfig(AwsSettings aws, int pagesAtOnce, Duration margin) {

  /// More pages than a run brings, so that a run is one commit.
  public static final int PAGES_AT_ONCE = 100_000;

  private static final Duration MARGIN = Duration.ofSeconds(60);

  /// @param environment usually [System#getenv()]
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public static ProcessRawConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Supplier<AwsSettings> aws = AwsSettings.read(settings);
    int pagesAtOnce = settings.number("LAKE_PAGES_AT_ONCE", PAGES_AT_ONCE, 1, 1_000_000);
    Duration margin = settings.duration("LAKE_TIME_MARGIN", MARGIN);
    return settings.build(() -> new ProcessRawConfig(aws.get(), pagesAtOnce, margin));
  }
}
