package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.Objects;

/// A row of `silver.users`, key `id`. The components are the columns, in their order. Optional
/// values that are not known are null.
///
/// @param retrievedAt when X gave the values of this row
/// @param firstRetrievedAt when X first gave the user, not after `retrievedAt`
public record SilverUser(
    long id,
    String username,
    String name,
    String location,
    Integer followersCount,
    Integer followingCount,
    Integer listedCount,
    Integer tweetCount,
    Boolean verified,
    Instant importDate,
    String fileName,
    Instant retrievedAt,
    Instant firstRetrievedAt,
    Instant createdAt,
    String description,
    String url,
    String verifiedType,
    String subscriptionType,
    Boolean isProtected,
    String profileImageUrl,
    Long pinnedTweetId,
    Long likeCount,
    Long mediaCount) {

  public SilverUser {
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(firstRetrievedAt, "firstRetrievedAt");
  }
}
