package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `silver.users`, key `id`. The components are the columns, in their order. Optional
/// values that are not known are null.
///
/// @param retrievedAt when X gave the values of this row
/// @param firstRetrievedAt when X first gave the user, not after `retrievedAt`
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later; null
///     in rows of earlier versions, whose time counts as known
public record SilverUser(
    long id,
    @Nullable String username,
    @Nullable String name,
    @Nullable String location,
    @Nullable Integer followersCount,
    @Nullable Integer followingCount,
    @Nullable Integer listedCount,
    @Nullable Integer tweetCount,
    @Nullable Boolean verified,
    Instant importDate,
    String fileName,
    Instant retrievedAt,
    Instant firstRetrievedAt,
    @Nullable Instant createdAt,
    @Nullable String description,
    @Nullable String url,
    @Nullable String verifiedType,
    @Nullable String subscriptionType,
    @Nullable Boolean isProtected,
    @Nullable String profileImageUrl,
    @Nullable Long pinnedTweetId,
    @Nullable Long likeCount,
    @Nullable Long mediaCount,
    @Nullable Boolean retrievedAtKnown) {

  public SilverUser {
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(firstRetrievedAt, "firstRetrievedAt");
  }
}
