package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.config.Settings;
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
/// @param postPriceUsd `X_POST_PRICE_USD`: what X charges for a post read, US dollars, 0.005 if
///     not set
/// @param mediaPriceUsd `X_MEDIA_PRICE_USD`: what X charges for a picture or video that comes with
///     a post, US dollars, 0.005 if not set
/// @param collectingTime `X_COLLECTING_TIME`: how long after its start a run may ask X: it
///     does not wait for X's rate limit beyond that, so that time is left for processing; 5 hours
///     if not set
/// @param windowOverlap `X_WINDOW_OVERLAP`: how far a window begins below the newest post of the
///     one before, for posts that X makes searchable late: from none (`PT0S`) to an hour, a minute
///     if not set
public record GetTweetsConfig(
    XSettings x,
    int pagesPerInvocation,
    BigDecimal postPriceUsd,
    BigDecimal mediaPriceUsd,
    Duration collectingTime,
    Duration windowOverlap) {

  private static final int PAGES_PER_INVOCATION = 400;
  private static final int MOST_PAGES = 100_000;
  private static final BigDecimal POST_PRICE_USD = new BigDecimal("0.005");
  private static final BigDecimal MEDIA_PRICE_USD = new BigDecimal("0.005");

  /// X lets a post have so many pictures and videos.
  private static final int MOST_MEDIA_OF_POST = 4;

  /// The 6 hours that the state machine gives a run, without one for processing.
  private static final Duration COLLECTING_TIME = Duration.ofHours(5);

  private static final Duration WINDOW_OVERLAP = Duration.ofMinutes(1);
  /// The longest `windowOverlap`.
  public static final Duration LONGEST_OVERLAP = Duration.ofHours(1);

  public GetTweetsConfig {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(postPriceUsd, "postPriceUsd");
    Objects.requireNonNull(mediaPriceUsd, "mediaPriceUsd");
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
        settings.amount("X_POST_PRICE_USD", POST_PRICE_USD),
        settings.amount("X_MEDIA_PRICE_USD", MEDIA_PRICE_USD),
        settings.duration("X_COLLECTING_TIME", COLLECTING_TIME),
        settings.span("X_WINDOW_OVERLAP", WINDOW_OVERLAP, LONGEST_OVERLAP));
  }

  /// This configuration with another number of pages.
  GetTweetsConfig withPagesPerInvocation(int pages) {
    return new GetTweetsConfig(
        x, pages, postPriceUsd, mediaPriceUsd, collectingTime, windowOverlap);
  }

  /// What X is expected to charge for posts and the media that came with them, US dollars. X's
  /// price list (docs.x.com, X API pricing) charges for each resource returned in a response,
  /// $0.005 for a post or medium and $0.010 for a user. What was found of X's documentation does
  /// not say whether users are charged that only come along with posts, as expansions. So this is
  /// an estimate without users, and without referenced posts that are asked for. X says that the
  /// same post is charged once in a UTC day at most.
  public BigDecimal chargeUsd(long posts, long media) {
    return postPriceUsd
        .multiply(BigDecimal.valueOf(posts))
        .add(mediaPriceUsd.multiply(BigDecimal.valueOf(media)));
  }

  /// What X may charge at most for the media of posts, US dollars: how many there are is not known
  /// before they come.
  BigDecimal mostMediaUsd(long posts) {
    return chargeUsd(0, Math.multiplyExact(posts, MOST_MEDIA_OF_POST));
  }
}
