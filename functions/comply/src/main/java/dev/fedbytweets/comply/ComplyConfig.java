package dev.fedbytweets.comply;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.xclient.XConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// How X is asked what must be forgotten.
///
/// @param address `X_API_URL`: where X is, `https://api.x.com` if not set
/// @param callTimeout `X_CALL_TIMEOUT`: how long one call may take, 30 seconds if not set; uploads
///     and downloads may take longer
/// @param idsPerJob `X_IDS_PER_COMPLIANCE_JOB`: how many identifiers a compliance job gets at most,
///     2,000,000 if not set. X documents no limit, but a list has to be uploaded within 15 minutes
public record ComplyConfig(URI address, Duration callTimeout, int idsPerJob) {

  private static final int IDS_PER_JOB = 2_000_000;
  private static final int MOST_IDS = 50_000_000;

  public ComplyConfig {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(callTimeout, "callTimeout");
  }

  /// The configuration of this environment.
  ///
  /// @param environment usually [System#getenv()]
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException naming every setting that is wrong
  public static ComplyConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    ComplyConfig config = read(settings);
    return settings.build(() -> config);
  }

  /// Reads the configuration as a part of a larger one; what is wrong with it is gathered by
  /// `settings`.
  public static ComplyConfig read(Settings settings) {
    return new ComplyConfig(
        settings.address("X_API_URL", XConnection.X),
        settings.duration("X_CALL_TIMEOUT", XConnection.CALL_TIMEOUT),
        settings.number("X_IDS_PER_COMPLIANCE_JOB", IDS_PER_JOB, 1, MOST_IDS));
  }
}
