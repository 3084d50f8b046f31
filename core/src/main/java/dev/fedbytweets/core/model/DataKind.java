package dev.fedbytweets.core.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the rows in the `data` of a response are. No response says so: it shows in the names of a
/// row's fields. Of several kinds that the fields speak for, the one that stands first here is
/// meant: a direct message has a `text` as a post has, and a compliance job a `name` as a list.
public enum DataKind {
  DIRECT_MESSAGES("direct messages", null, "event_type", "dm_conversation_id"),
  POSTS(
      "posts",
      Entity.TWEETS,
      "text",
      "author_id",
      "conversation_id",
      "context_annotations",
      "edit_controls",
      "edit_history_post_ids",
      "edit_history_tweet_ids",
      "in_reply_to_user_id",
      "note_post",
      "note_tweet",
      "possibly_sensitive",
      "referenced_posts",
      "referenced_tweets",
      "reply_settings"),
  USERS("users", Entity.USERS, "username"),
  PLACES("places", Entity.PLACES, "full_name"),
  MEDIA("media", Entity.MEDIA, "media_key"),
  TRENDS("trends", null, "trend_name"),
  COUNTS("counts of posts", null, "start", "post_count", "tweet_count"),
  SPACES("spaces", null, "state", "host_ids"),
  RULES("rules of a stream", null, "value"),
  COMPLIANCE_JOBS("compliance jobs", null, "upload_url", "download_url"),
  LISTS("lists or communities", null, "name", "member_count"),
  /// Nothing but fields that say nothing, beside an identifier: taken for posts, so that what X
  /// adds or leaves out loses none.
  IDENTIFIED("posts", Entity.TWEETS, "id", "created_at"),
  /// Rows without an identifier, such as the answer to a like. In a stored page they are read as
  /// posts, which quarantines each of them.
  OTHER("something else", Entity.TWEETS),
  /// No rows, or rows without fields.
  NOTHING("nothing", Entity.TWEETS);

  private static final Map<String, DataKind> BY_FIELD = new HashMap<>();

  static {
    Arrays.stream(values()).forEach(kind -> kind.fields.forEach(name -> BY_FIELD.put(name, kind)));
  }

  private final String plural;
  private final Optional<Entity> table;
  private final List<String> fields;

  DataKind(String plural, @Nullable Entity table, String... fields) {
    this.plural = plural;
    this.table = Optional.ofNullable(table);
    this.fields = List.of(fields);
  }

  /// The table that such rows are read for; empty if there is none.
  public Optional<Entity> table() {
    return table;
  }

  /// Whether such rows are known to belong into a table.
  public boolean isTaken() {
    return table.isPresent() && compareTo(OTHER) < 0;
  }

  /// The kind of a row that also has this field; a row without fields is [#NOTHING].
  public DataKind withField(String name) {
    DataKind told = BY_FIELD.getOrDefault(name, OTHER);
    return told.compareTo(this) < 0 ? told : this;
  }

  /// The kind of several rows, of which this is the kind so far: that of the first row that is
  /// taken, else that of the first row.
  public DataKind followedBy(DataKind row) {
    return this == NOTHING || !isTaken() && row.isTaken() ? row : this;
  }

  /// One such row, as a word of a person: `post`.
  public String singular() {
    return this == MEDIA ? "medium" : plural.substring(0, plural.length() - 1);
  }

  /// Why such rows are not taken, for a person.
  public String refusal() {
    return "its data holds %s, and only posts, users, places and media are taken".formatted(plural);
  }
}
