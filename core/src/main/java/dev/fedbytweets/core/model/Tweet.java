package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

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
public record Tweet(
    String id,
    String createdAt,
    String authorId,
    String text,
    String placeId,
    Instant importDate,
    String fileName,
    String subject,
    String runId,
    Instant retrievedAt,
    String noteText,
    String lang,
    String conversationId,
    String inReplyToUserId,
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
    List<Reference> referenced,
    List<String> editHistory,
    Double longitude,
    Double latitude,
    List<String> withheldCountries,
    String communityId) {

  public Tweet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(importDate, "importDate");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
  }
}
