package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.posts.ComposedText;
import dev.fedbytweets.xstandin.posts.Engagement;
import dev.fedbytweets.xstandin.posts.GeoTag;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.PostFlags;
import dev.fedbytweets.xstandin.posts.PostReference;
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
    ObjectNode document = XJson.object();
    document.put("id", Long.toString(post.id()));
    text(document, post);
    document.put("author_id", Long.toString(post.author().id()));
    document.put("created_at", XJson.time(post.createdAt()));
    document.put("lang", post.lang());
    document.put("conversation_id", Long.toString(post.conversation()));
    versions(document, post, seenAt);
    reference(document, post.reference());
    flags(document, post.flags());
    metrics(document.putObject("public_metrics"), post.engagement(), seenAt);
    topics(document, post);
    if (post.geo() != null) {
      geo(document.putObject("geo"), post.geo());
    }
    if (post.mediaKey() != null) {
      document.putObject("attachments").putArray("media_keys").add(post.mediaKey());
    }
    if (post.flags().surprise()) {
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
        .put("is_edit_eligible", post.reference() == null && seenAt.isBefore(editableUntil))
        .put("editable_until", XJson.time(editableUntil));
  }

  private static void reference(ObjectNode document, PostReference reference) {
    if (reference == null) {
      return;
    }
    document
        .putArray("referenced_tweets")
        .addObject()
        .put("type", reference.type().name().toLowerCase(Locale.ROOT))
        .put("id", Long.toString(reference.id()));
    if (reference.type() == PostReference.Type.REPLIED_TO) {
      document.put("in_reply_to_user_id", Long.toString(reference.author().id()));
    }
  }

  private static void flags(ObjectNode document, PostFlags flags) {
    document.put("possibly_sensitive", flags.sensitive());
    document.put("reply_settings", flags.replySettings());
    if (flags.community() != null) {
      document.put("community_id", Long.toString(flags.community()));
    }
    if (!flags.withheldIn().isEmpty()) {
      ObjectNode withheld = document.putObject("withheld").put("copyright", false);
      flags.withheldIn().forEach(withheld.putArray("country_codes")::add);
    }
  }

  private static void metrics(ObjectNode document, Engagement engagement, Instant seenAt) {
    document
        .put("retweet_count", engagement.repostsAt(seenAt))
        .put("reply_count", engagement.repliesAt(seenAt))
        .put("like_count", engagement.likesAt(seenAt))
        .put("quote_count", engagement.quotesAt(seenAt))
        .put("bookmark_count", engagement.bookmarksAt(seenAt))
        .put("impression_count", engagement.impressionsAt(seenAt));
  }

  private static void topics(ObjectNode document, MadeUpPost post) {
    for (Topic topic : post.topics()) {
      topic.subject().ifPresent(subject -> annotation(document, topic, subject));
    }
  }

  @SuppressWarnings("EnumOrdinal") // topics have no identifiers of their own
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
