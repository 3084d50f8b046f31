package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.Tweet;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads a post.
final class PostReader implements RowReader<Tweet> {

  /// What X documents, or documented once, and no column uses.
  private static final Set<String> UNUSED =
      Set.of(
          "article",
          "article_title",
          "card_uri",
          "context_annotations",
          "display_text_range",
          "edit_controls",
          "matched_media_notes",
          "media_metadata",
          "non_public_metrics",
          "note_request_suggestions",
          "organic_metrics",
          "paid_partnership",
          "promoted_metrics",
          "scopes",
          "source",
          "suggested_source_links",
          "suggested_source_links_with_counts",
          "username");

  private static final Set<String> UNUSED_IN_ATTACHMENTS =
      Set.of("media_source_post_id", "media_source_tweet_id", "poll_ids");

  private static final Set<String> RETWEET = Set.of("retweeted", "reposted");

  private static final Set<String> UNUSED_IN_WITHHELD = Set.of("copyright", "scope");

  private final FoundAs foundAs;
  private final PostMetrics metrics = new PostMetrics();
  private final PostEntities entities = new PostEntities();
  private final PostEntities noteEntities = new PostEntities();
  private final PostGeo geo = new PostGeo();
  private String id;
  private String createdAt;
  private String authorId;
  private String text;
  private String noteText;
  private String lang;
  private String conversationId;
  private String inReplyToUserId;
  private Boolean possiblySensitive;
  private String replySettings;
  private List<Reference> referenced;
  private List<String> editHistory;
  private List<String> withheldCountries;
  private String communityId;
  private String retweetedText;
  private List<String> mediaKeys;

  /// @param foundAs how the page holds the post
  PostReader(FoundAs foundAs) {
    this.foundAs = foundAs;
  }

  @Override
  public void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      readField(name, in);
    }
    entities.addAll(noteEntities);
  }

  private void readField(String name, JsonCursor in) throws IOException {
    switch (name) {
      case "id" -> id = first(id, in.identifier());
      case "created_at" -> createdAt = first(createdAt, in.text());
      case "author_id" -> authorId = first(authorId, in.identifier());
      case "text" -> text = first(text, in.text());
      case "note_tweet", "note_post" -> readNote(in);
      case "lang" -> lang = first(lang, in.text());
      case "conversation_id" -> conversationId = first(conversationId, in.identifier());
      case "in_reply_to_user_id" -> inReplyToUserId = first(inReplyToUserId, in.identifier());
      case "possibly_sensitive" -> possiblySensitive = first(possiblySensitive, in.flag());
      case "reply_settings" -> replySettings = first(replySettings, in.text());
      case "public_metrics" -> metrics.read(in);
      case "entities" -> entities.read(in);
      case "referenced_tweets", "referenced_posts" ->
          referenced = first(referenced, in.list(PostReader::reference));
      case "edit_history_tweet_ids", "edit_history_post_ids" ->
          editHistory = first(editHistory, in.list(JsonCursor::identifier));
      case "geo" -> geo.read(in);
      case "attachments" -> readAttachments(in);
      case "withheld" -> readWithheld(in);
      case "community_id" -> communityId = first(communityId, in.identifier());
      default -> in.leave(UNUSED);
    }
  }

  private void readNote(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "text" -> noteText = first(noteText, in.text());
        case "entities" -> noteEntities.read(in);
        default -> in.leave(Set.of());
      }
    }
  }

  private void readAttachments(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "media_keys" -> mediaKeys = first(mediaKeys, in.list(JsonCursor::identifier));
        default -> in.leave(UNUSED_IN_ATTACHMENTS);
      }
    }
  }

  private void readWithheld(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "country_codes" ->
            withheldCountries = first(withheldCountries, in.list(JsonCursor::text));
        default -> in.leave(UNUSED_IN_WITHHELD);
      }
    }
  }

  private static Reference reference(JsonCursor in) throws IOException {
    String type = null;
    String id = null;
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "type" -> type = first(type, in.text());
        case "id" -> id = first(id, in.identifier());
        default -> in.skip();
      }
    }
    return type == null && id == null ? null : new Reference(type, id);
  }

  @Override
  public String id() {
    return id;
  }

  /// The identifier of the post that this one repeats; null if it is no retweet.
  String retweetedId() {
    Reference first = referenced == null ? null : referenced.getFirst();
    return first != null && RETWEET.contains(String.valueOf(first.type())) ? first.id() : null;
  }

  /// Takes over what the text of a retweet has no place for.
  ///
  /// @param retweeted the post that this one repeats
  void complete(PostReader retweeted) {
    retweetedText = retweeted.noteText == null ? retweeted.text : retweeted.noteText;
    entities.addAll(retweeted.entities);
  }

  @Override
  public Tweet row(PageOrigin origin) {
    return new Tweet(
        id,
        createdAt,
        authorId,
        text,
        geo.placeId,
        origin.importDate(),
        origin.fileName(),
        origin.subject().value(),
        origin.run().value(),
        origin.retrievedAt(),
        noteText,
        lang,
        conversationId,
        inReplyToUserId,
        possiblySensitive,
        replySettings,
        metrics.retweets,
        metrics.replies,
        metrics.likes,
        metrics.quotes,
        metrics.bookmarks,
        metrics.impressions,
        entities.hashtags,
        entities.cashtags,
        entities.mentions,
        entities.urls,
        referenced,
        editHistory,
        geo.longitude,
        geo.latitude,
        withheldCountries,
        communityId,
        origin.isRetrievedAtKnown(),
        foundAs.columnValue(),
        retweetedText,
        mediaKeys);
  }
}
