package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// A row of `silver.tweets`, key (`id`, `subject`). The components are the columns, in their
/// order. Optional values that are not known are null; lists are never empty, but null.
///
/// @param createdAt decides the partition; for an identifier that carries a time it is a
///     function of the identifier
/// @param fullText the note's text where there is one, else `text`
/// @param retrievedAt when X gave the values of this row
/// @param firstRetrievedAt when X first gave the post, not after `retrievedAt`
/// @param hashtags in lower case
/// @param referencedType the first reference's: `retweeted`, `quoted` or `replied_to`
/// @param originalId the first version of an edited post, else its own `id`
/// @param isLatestEdit false as soon as the lake knows of a later version
public record SilverTweet(
    long id,
    Instant createdAt,
    Long authorId,
    String text,
    String placeId,
    String subject,
    Instant importDate,
    String fileName,
    String fullText,
    Instant retrievedAt,
    Instant firstRetrievedAt,
    String lang,
    Long conversationId,
    Long inReplyToUserId,
    Boolean possiblySensitive,
    String replySettings,
    Long retweetCount,
    Long replyCount,
    Long likeCount,
    Long quoteCount,
    Long bookmarkCount,
    Long impressionCount,
    List<String> hashtags,
    List<String> cashtags,
    List<String> mentions,
    List<String> urls,
    String referencedType,
    Long referencedId,
    long originalId,
    boolean isLatestEdit,
    Double longitude,
    Double latitude,
    List<String> withheldCountries,
    String communityId) {

  public SilverTweet {
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(firstRetrievedAt, "firstRetrievedAt");
  }
}
