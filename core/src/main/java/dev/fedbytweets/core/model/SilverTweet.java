package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `silver.tweets`, key (`id`, `subject`). The components are the columns, in their
/// order. Optional values that are not known are null; lists are never empty, but null.
///
/// @param createdAt decides the partition; for an identifier that carries a time it is a
///     function of the identifier
/// @param fullText of a retweet the text of the post that it repeats, if it is known; else the
///     note's text where there is one, else `text`
/// @param retrievedAt when X gave the values of this row
/// @param firstRetrievedAt when X first gave the post, not after `retrievedAt`
/// @param hashtags in lower case
/// @param referencedType the first reference's: `retweeted`, `quoted` or `replied_to`
/// @param originalId the first version of an edited post, else its own `id`
/// @param isLatestEdit false as soon as the lake knows of a later version
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later; null
///     in rows of earlier versions, whose time counts as known
/// @param foundAs as in [FoundAs#columnValue()]; null in rows of earlier versions, which are
///     results
/// @param mediaKeys the pictures and videos in it; null in rows of earlier versions
public record SilverTweet(
    long id,
    Instant createdAt,
    @Nullable Long authorId,
    @Nullable String text,
    @Nullable String placeId,
    String subject,
    Instant importDate,
    String fileName,
    @Nullable String fullText,
    Instant retrievedAt,
    Instant firstRetrievedAt,
    @Nullable String lang,
    @Nullable Long conversationId,
    @Nullable Long inReplyToUserId,
    @Nullable Boolean possiblySensitive,
    @Nullable String replySettings,
    @Nullable Long retweetCount,
    @Nullable Long replyCount,
    @Nullable Long likeCount,
    @Nullable Long quoteCount,
    @Nullable Long bookmarkCount,
    @Nullable Long impressionCount,
    @Nullable List<String> hashtags,
    @Nullable List<String> cashtags,
    @Nullable List<String> mentions,
    @Nullable List<String> urls,
    @Nullable String referencedType,
    @Nullable Long referencedId,
    long originalId,
    boolean isLatestEdit,
    @Nullable Double longitude,
    @Nullable Double latitude,
    @Nullable List<String> withheldCountries,
    @Nullable String communityId,
    @Nullable Boolean retrievedAtKnown,
    @Nullable String foundAs,
    @Nullable List<String> mediaKeys) {

  public SilverTweet {
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(firstRetrievedAt, "firstRetrievedAt");
  }

  /// Whether counts by subject count it: the subject's search found it, and it is the latest
  /// version of itself.
  public boolean isCounted() {
    return isLatestEdit && !FoundAs.REFERENCED.columnValue().equals(foundAs);
  }
}
