package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.Objects;

/// A row of `bronze.users`: a user as one page holds it, nothing cleaned. The components are the
/// columns, in their order. Whatever the page does not say is null.
///
/// @param id as received, not null
/// @param importDate when the row was written to bronze
/// @param fileName the key of the raw page below `raw/`
/// @param retrievedAt when X answered
/// @param createdAt as received
/// @param url expanded address
public record User(
    String id,
    String username,
    String name,
    String location,
    Long followersCount,
    Long followingCount,
    Long listedCount,
    Long tweetCount,
    Boolean verified,
    Instant importDate,
    String fileName,
    String runId,
    Instant retrievedAt,
    String createdAt,
    String description,
    String url,
    String verifiedType,
    String subscriptionType,
    Boolean isProtected,
    String profileImageUrl,
    String pinnedTweetId,
    Long likeCount,
    Long mediaCount) {

  public User {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
