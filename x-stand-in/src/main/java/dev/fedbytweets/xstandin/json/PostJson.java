package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.posts.ComposedText;
import dev.fedbytweets.xstandin.posts.GeoTag;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.Marks;
import dev.fedbytweets.xstandin.posts.Reach;
import dev.fedbytweets.xstandin.posts.Relation;
import dev.fedbytweets.xstandin.posts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// A post as X writes it, every field that the stand-in knows, in `tweet` words.
public final class PostJson {

  private static final Duration EDITABLE = Duration.ofHours(1);
  private static final int EDITS_ALLOWED = 5;
  private static final int FIRST_TOPIC = 1_700_000;

  private PostJson() {}

  /// @param seenAt when X is asked: counts depend on it
  public static ObjectNode document(MadeUpPost post, Instant seenAt) {
    ObjectNode document = Json.object();
    document.put("id", Long.toString(post.id()));
    text(document, post);
    document.put("author_id", Long.toString(post.author().id()));
    document.put("created_at", Json.time(post.createdAt()));
    document.put("lang", post.lang());
    document.put("conversation_id", Long.toString(post.conversation()));
    versions(document, post, seenAt);
    relation(document, post.relation());
    marks(document, post.marks());
    metrics(document.putObject("public_metrics"), post.reach(), seenAt);
    topics(document, post);
    if (post.geo() != null) {
      geo(document.putObject("geo"), post.geo());
    }
    if (post.mediaKey() != null) {
      document.putObject("attachments").putArray("media_keys").add(post.mediaKey());
    }
    if (post.marks().surprise()) {
      surprise(document);
    }
    return document;
  }

  private static void text(ObjectNode document, MadeUpPost post) {
    document.put("text", post.text().text());
    document.putArray("display_text_range").add(0).add(post.text().length());
    entities(document, post.text());
    if (post.note() != null) {
      ObjectNode note = document.putObject("note_tweet").put("text", post.note().text());
      entities(note, post.note());
    }
  }

  private static void entities(ObjectNode document, ComposedText text) {
    if (!text.entities().isEmpty()) {
      document.set("entities", EntitiesJson.document(text.entities()));
    }
  }

  private static void versions(ObjectNode document, MadeUpPost post, Instant seenAt) {
    ArrayNode history = document.putArray("edit_history_tweet_ids");
    post.versions().forEach(version -> history.add(Long.toString(version)));
    Instant editableUntil = Snowflake.timeOf(post.versions().getFirst()).plus(EDITABLE);
    document
        .putObject("edit_controls")
        .put("edits_remaining", EDITS_ALLOWED - post.versions().size() + 1)
        .put("is_edit_eligible", post.relation() == null && seenAt.isBefore(editableUntil))
        .put("editable_until", Json.time(editableUntil));
  }

  private static void relation(ObjectNode document, Relation relation) {
    if (relation == null) {
      return;
    }
    document
        .putArray("referenced_tweets")
        .addObject()
        .put("type", relation.type().name().toLowerCase(Locale.ROOT))
        .put("id", Long.toString(relation.id()));
    if (relation.type() == Relation.Type.REPLIED_TO) {
      document.put("in_reply_to_user_id", Long.toString(relation.author().id()));
    }
  }

  private static void marks(ObjectNode document, Marks marks) {
    document.put("possibly_sensitive", marks.sensitive());
    document.put("reply_settings", marks.replySettings());
    if (marks.community() != null) {
      document.put("community_id", Long.toString(marks.community()));
    }
    if (!marks.withheldIn().isEmpty()) {
      ObjectNode withheld = document.putObject("withheld").put("copyright", false);
      marks.withheldIn().forEach(withheld.putArray("country_codes")::add);
    }
  }

  private static void metrics(ObjectNode document, Reach reach, Instant seenAt) {
    document
        .put("retweet_count", reach.repostsAt(seenAt))
        .put("reply_count", reach.repliesAt(seenAt))
        .put("like_count", reach.likesAt(seenAt))
        .put("quote_count", reach.quotesAt(seenAt))
        .put("bookmark_count", reach.bookmarksAt(seenAt))
        .put("impression_count", reach.impressionsAt(seenAt));
  }

  private static void topics(ObjectNode document, MadeUpPost post) {
    for (Topic topic : post.topics()) {
      topic.subject().ifPresent(subject -> annotation(document, topic, subject));
    }
  }

  private static void annotation(ObjectNode document, Topic topic, String subject) {
    ObjectNode annotation = document.withArray("context_annotations").addObject();
    annotation
        .putObject("domain")
        .put("id", "131")
        .put("name", "Unified Twitter Taxonomy")
        .put("description", "A taxonomy of user interests.");
    annotation
        .putObject("entity")
        .put("id", Integer.toString(FIRST_TOPIC + topic.ordinal()))
        .put("name", subject);
  }

  private static void geo(ObjectNode document, GeoTag geo) {
    if (geo.point() != null) {
      document
          .putObject("coordinates")
          .put("type", "Point")
          .putArray("coordinates")
          .add(geo.point().longitude())
          .add(geo.point().latitude());
    }
    if (geo.place() != null) {
      document.put("place_id", geo.place().id());
    }
  }

  /// Fields that no documentation knows, at the top and within a known object.
  private static void surprise(ObjectNode document) {
    document.putObject("sky_note").put("shown", true).put("rank", 3);
    document.withObject("public_metrics").put("echo_count", 1);
  }
}
