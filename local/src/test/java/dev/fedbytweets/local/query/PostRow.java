package dev.fedbytweets.local.query;

import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.Samples;
import java.time.Instant;
import java.util.List;

/// Puts a row of `bronze.tweets` together, for tests. What is not said is null.
final class PostRow {

  private final String id;
  private String createdAt;
  private String authorId;
  private String text;
  private String placeId;
  private String lang;
  private Long likes;
  private Long reposts;
  private Long replies;
  private Long quotes;
  private Long impressions;
  private List<String> hashtags;
  private List<String> mentions;
  private List<String> urls;
  private List<Reference> referenced;
  private List<String> editHistory;
  private List<String> mediaKeys;
  private String foundAs = "result";

  private PostRow(String id) {
    this.id = id;
  }

  static PostRow of(String id, String authorId, String createdAt, String text) {
    PostRow row = new PostRow(id);
    row.authorId = authorId;
    row.createdAt = createdAt;
    row.text = text;
    return row;
  }

  PostRow lang(String value) {
    lang = value;
    return this;
  }

  PostRow place(String value) {
    placeId = value;
    return this;
  }

  PostRow hashtags(String... values) {
    hashtags = List.of(values);
    return this;
  }

  PostRow mentions(String... values) {
    mentions = List.of(values);
    return this;
  }

  PostRow urls(String... values) {
    urls = List.of(values);
    return this;
  }

  PostRow refersTo(String type, String post) {
    referenced = List.of(new Reference(type, post));
    return this;
  }

  PostRow besideTheResults() {
    foundAs = "referenced";
    return this;
  }

  PostRow media(String... keys) {
    mediaKeys = List.of(keys);
    return this;
  }

  PostRow versions(String... values) {
    editHistory = List.of(values);
    return this;
  }

  PostRow counts(
      long newLikes, long newReposts, long newReplies, long newQuotes, Long newImpressions) {
    likes = newLikes;
    reposts = newReposts;
    replies = newReplies;
    quotes = newQuotes;
    impressions = newImpressions;
    return this;
  }

  /// The row as a page holds it.
  ///
  /// @param retrievedAt ISO 8601
  Tweet in(String subject, String page, String retrievedAt) {
    return new Tweet(
        id,
        createdAt,
        authorId,
        text,
        placeId,
        Samples.IMPORT_DATE,
        page,
        subject,
        "run-1",
        Instant.parse(retrievedAt),
        null,
        lang,
        null,
        null,
        null,
        null,
        reposts,
        replies,
        likes,
        quotes,
        null,
        impressions,
        hashtags,
        null,
        mentions,
        urls,
        referenced,
        editHistory,
        null,
        null,
        null,
        null,
        true,
        foundAs,
        null,
        mediaKeys);
  }
}
