package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.gettweets.x.XSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// How to collect.
///
/// @param x how X is asked
/// @param pagesPerInvocation `X_PAGES_PER_INVOCATION`: pages that one invocation asks for at
///     most, 400 if not set
/// @param prices what X charges
/// @param collectingTime `X_COLLECTING_TIME`: how long after its start a run may ask X: it
///     does not wait for X's rate limit beyond that, so that time is left for processing; 5 hours
///     if not set
/// @param windowOverlap `X_WINDOW_OVERLAP`: how far a window begins below the newest post of the
///     one before, for posts that X makes searchable late: from none (`PT0S`) to an hour, a minute
///     if not set
public record GetTweetsConfig(
    XSettings x,
    int pagesPerInvocation,
    XPrices prices,
    Duration collectingTime,
    Duration windowOverlap) {

  private static final int PAGES_PER_INVOCATION = 400;
  private static final int MOST_PAGES = 100_000;

  /// X lets a post have so many pictures and videos.
  private static final int MOST_MEDIA_OF_POST = 4;

  /// The 6 hours that the state machine gives a run, without one for processing.
  private static final Duration COLLECTING_TIME = Duration.ofHours(5);

  private static final Duration WINDOW_OVERLAP = Duration.ofMinutes(1);
  /// The longest `windowOverlap`.
  public static final Duration LONGEST_OVERLAP = Duration.ofHours(1);

  public GetTweetsConfig {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(collectingTime, "collectingTime");
    Objects.requireNonNull(windowOverlap, "windowOverlap");
  }

  /// The configuration of this environment.
  ///
  /// @param environment usually [System#getenv()]
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException naming every setting that is
  ///     wrong
  public static GetTweetsConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    GetTweetsConfig config = read(settings);
    return settings.build(() -> config);
  }

  /// Reads the configuration as a part of a larger one; what is wrong with it is gathered by
  /// `settings`.
  public static GetTweetsConfig read(Settings settings) {
    return new GetTweetsConfig(
        XSettings.read(settings),
        settings.number("X_PAGES_PER_INVOCATION", PAGES_PER_INVOCATION, 1, MOST_PAGES),
        XPrices.read(settings),
        settings.duration("X_COLLECTING_TIME", COLLECTING_TIME),
        settings.span("X_WINDOW_OVERLAP", WINDOW_OVERLAP, LONGEST_OVERLAP));
  }

  /// This configuration with another number of pages.
  GetTweetsConfig withPagesPerInvocation(int pages) {
    return new GetTweetsConfig(x, pages, prices, collectingTime, windowOverlap);
  }

  /// What X may charge at most for the media of posts, US dollars: how many there are is not known
  /// before they come.
  BigDecimal mostMediaUsd(long posts) {
    return prices.chargeUsd(0, Math.multiplyExact(posts, MOST_MEDIA_OF_POST));
  }
}
