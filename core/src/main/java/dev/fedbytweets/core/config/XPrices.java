package dev.fedbytweets.core.config;

import java.math.BigDecimal;
import java.util.Objects;

/// What X charges, US dollars. X's price list (docs.x.com, X API pricing) charges for each resource
/// returned in a response, $0.005 for a post or medium and $0.010 for a user.
///
/// @param post `X_POST_PRICE_USD`: a post read, 0.005 if not set
/// @param medium `X_MEDIA_PRICE_USD`: a picture or video that comes with a post, 0.005 if not set
public record XPrices(BigDecimal post, BigDecimal medium) {

  private static final BigDecimal POST_USD = new BigDecimal("0.005");
  private static final BigDecimal MEDIUM_USD = new BigDecimal("0.005");

  public XPrices {
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(medium, "medium");
  }

  /// Reads them as a part of a larger configuration; what is wrong is gathered by `settings`.
  public static XPrices read(Settings settings) {
    return new XPrices(
        settings.amount("X_POST_PRICE_USD", POST_USD),
        settings.amount("X_MEDIA_PRICE_USD", MEDIUM_USD));
  }

  /// What X is expected to charge for posts and the media that came with them, US dollars. What was
  /// found of X's documentation does not say whether users are charged that only come along with
  /// posts, as expansions. So this is an estimate without users, and without referenced posts that
  /// are asked for. X says that the same post is charged once in a UTC day at most.
  public BigDecimal chargeUsd(long posts, long media) {
    return post.multiply(BigDecimal.valueOf(posts)).add(medium.multiply(BigDecimal.valueOf(media)));
  }
}
