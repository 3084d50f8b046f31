package dev.fedbytweets.togold;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.failure.MisconfiguredException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The settings of the function.
///
/// @param aws where the lake lies
/// @param prices what X charges
/// @param page what the page shows beside what is in the lake
/// @param pageBucket `LAKE_PAGE_BUCKET`: another bucket that gets a copy of the page; none if not
///     set
/// @param embeddings `LAKE_EMBEDDINGS`: whether the labels that count are those of the models that
///     read sentence embeddings, as it is set for label-posts; `false` if not set
/// @param postsAtOnce `LAKE_ROWS_AT_ONCE`: after how many posts no further day is begun in one
///     commit, 500000 if not set
/// @param margin `LAKE_TIME_MARGIN`: how long before the function's end the last day is begun, 3
///     minutes if not set
public record ToGoldConfig(
    AwsSettings aws,
    XPrices prices,
    PageSettings page,
    Optional<String> pageBucket,
    boolean embeddings,
    int postsAtOnce,
    Duration margin) {

  /// As many as are read in a few seconds.
  public static final int POSTS_AT_ONCE = 500_000;

  private static final Duration MARGIN = Duration.ofMinutes(3);

  /// @param environment usually [System#getenv()]
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public static ToGoldConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Supplier<AwsSettings> aws = AwsSettings.read(settings);
    XPrices prices = XPrices.read(settings);
    PageSettings page = PageSettings.read(settings);
    Optional<String> pageBucket =
        Optional.of(settings.text("LAKE_PAGE_BUCKET", "")).filter(name -> !name.isEmpty());
    boolean embeddings = settings.flag("LAKE_EMBEDDINGS", false);
    int posts = settings.number("LAKE_ROWS_AT_ONCE", POSTS_AT_ONCE, 1, 10_000_000);
    Duration margin = settings.duration("LAKE_TIME_MARGIN", MARGIN);
    return settings.build(
        () -> new ToGoldConfig(aws.get(), prices, page, pageBucket, embeddings, posts, margin));
  }
}
