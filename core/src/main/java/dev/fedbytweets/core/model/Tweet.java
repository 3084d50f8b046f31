package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `bronze.tweets`: a post as one page holds it, flattened, nothing cleaned. The
/// components are the columns, in their order. Whatever the page does not say is null; lists are
/// never empty, but null.
///
/// @param id as received, not null
/// @param createdAt as received
/// @param importDate when the row was written to bronze
/// @param fileName the key of the raw page below `raw/`
/// @param retrievedAt when X answered
/// @param noteText the whole text of a long post, whose `text` is cut
/// @param urls expanded addresses
/// @param editHistory identifiers of all versions, the first version first
/// @param retrievedAtKnown false if `retrievedAt` is only estimated: X answered then or later; null
///     in rows of earlier versions, whose time counts as known
/// @param foundAs as in [FoundAs#columnValue()]; null in rows of earlier versions, which are
///     results
/// @param retweetedText the whole text of the post that a retweet repeats, if the page has it: the
///     retweet's own is cut
/// @param mediaKeys the pictures and videos in it; null in rows of earlier versions
public record Tweet(
    String id,
    @Nullable String createdAt,
    @Nullable String authorId,
    @Nullable String text,
    @Nullable String placeId,
    Instant importDate,
    String fileName,
    String subject,
    String runId,
    Instant retrievedAt,
    @Nullable String noteText,
    @Nullable String lang,
    @Nullable String conversationId,
    @Nullable String inReplyToUserId,
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
    @Nullable List<Reference> referenced,
    @Nullable List<String> editHistory,
    @Nullable Double longitude,
    @Nullable Double latitude,
    @Nullable List<String> withheldCountries,
    @Nullable String communityId,
    @Nullable Boolean retrievedAtKnown,
    @Nullable String foundAs,
    @Nullable String retweetedText,
    @Nullable List<String> mediaKeys) {

  public Tweet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
