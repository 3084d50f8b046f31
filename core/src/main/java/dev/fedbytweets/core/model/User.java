package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `bronze.users`: a user as one page holds it, nothing cleaned. The components are the
/// columns, in their order. Whatever the page does not say is null.
///
/// @param id as received, not null
/// @param importDate when the row was written to bronze
/// @param fileName the key of the raw page below `raw/`
/// @param retrievedAt when X answered
/// @param createdAt as received
/// @param url expanded address
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later; null
///     in rows of earlier versions, whose time counts as known
public record User(
    String id,
    @Nullable String username,
    @Nullable String name,
    @Nullable String location,
    @Nullable Long followersCount,
    @Nullable Long followingCount,
    @Nullable Long listedCount,
    @Nullable Long tweetCount,
    @Nullable Boolean verified,
    Instant importDate,
    String fileName,
    String runId,
    Instant retrievedAt,
    @Nullable String createdAt,
    @Nullable String description,
    @Nullable String url,
    @Nullable String verifiedType,
    @Nullable String subscriptionType,
    @Nullable Boolean isProtected,
    @Nullable String profileImageUrl,
    @Nullable String pinnedTweetId,
    @Nullable Long likeCount,
    @Nullable Long mediaCount,
    @Nullable Boolean retrievedAtKnown) {

  public User {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
