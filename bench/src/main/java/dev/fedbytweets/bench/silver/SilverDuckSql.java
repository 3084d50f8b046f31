package dev.fedbytweets.bench.silver;

import dev.fedbytweets.core.model.Entity;
import java.nio.file.Path;

/// The silver tables as DuckDB makes them of bronze: the newest look at each key, cleaned.
final class SilverDuckSql {

  private static final String TWEETS =
      """
      SELECT id::BIGINT AS id, created_at::TIMESTAMP AS created_at,
        author_id::BIGINT AS author_id, clean_text AS "text", place_id, subject, import_date,
        file_name, coalesce(clean_note, clean_text) AS full_text, retrieved_at, first_retrieved_at,
        lang, conversation_id::BIGINT AS conversation_id,
        in_reply_to_user_id::BIGINT AS in_reply_to_user_id, possibly_sensitive, reply_settings,
        retweet_count, reply_count, like_count, quote_count, bookmark_count, impression_count,
        list_filter(tags, (tag, position) -> list_position(tags, tag) = position) AS hashtags,
        [nfc_normalize(x) for x in cashtags] AS cashtags,
        [nfc_normalize(x) for x in mentions] AS mentions, [nfc_normalize(x) for x in urls] AS urls,
        referenced[1]."type" AS referenced_type, referenced[1].id::BIGINT AS referenced_id,
        edit_history[1]::BIGINT AS original_id, edit_history[-1] = id AS is_latest_edit,
        longitude, latitude, withheld_countries, community_id, retrieved_at_known, found_as, media_keys
      FROM (
        SELECT *, %s AS clean_text, %s AS clean_note,
          [lower(nfc_normalize(x)) for x in hashtags] AS tags
        FROM (%s) WHERE look = 1)"""
          .formatted(clean(decoded("\"text\"")), clean(decoded("note_text")), looks("id, subject"));

  private static final String USERS =
      """
      SELECT id::BIGINT AS id, %s AS username, %s AS name, %s AS location,
        followers_count::INTEGER AS followers_count, following_count::INTEGER AS following_count,
        listed_count::INTEGER AS listed_count, tweet_count::INTEGER AS tweet_count, verified,
        import_date, file_name, retrieved_at, first_retrieved_at,
        created_at::TIMESTAMP AS created_at, %s AS description, %s AS url, verified_type,
        subscription_type, protected, %s AS profile_image_url,
        pinned_tweet_id::BIGINT AS pinned_tweet_id, like_count, media_count, retrieved_at_known
      FROM (%s) WHERE look = 1"""
          .formatted(
              clean("username"),
              clean("name"),
              clean("location"),
              clean("description"),
              clean("url"),
              clean("profile_image_url"),
              looks("id"));

  private SilverDuckSql() {}

  /// The rows of a silver table.
  ///
  /// @param table tweets or users
  /// @param bronze the Parquet file of the bronze table
  static String select(Entity table, Path bronze) {
    return switch (table) {
      case TWEETS -> TWEETS.replace("BRONZE", "read_parquet('%s')".formatted(bronze));
      case USERS -> USERS.replace("BRONZE", "read_parquet('%s')".formatted(bronze));
      case PLACES, MEDIA -> throw new IllegalArgumentException(table + " are not measured");
    };
  }

  private static String looks(String key) {
    return """
    SELECT *, row_number() OVER newest AS look,
      coalesce(min(retrieved_at) FILTER (retrieved_at_known) OVER same, min(retrieved_at) OVER same)
        AS first_retrieved_at
    FROM BRONZE
    WINDOW same AS (PARTITION BY %s),
      newest AS (PARTITION BY %s
        ORDER BY retrieved_at_known DESC, retrieved_at DESC, file_name DESC)"""
        .formatted(key, key);
  }

  private static String decoded(String column) {
    return "replace(replace(replace(%s, '&lt;', '<'), '&gt;', '>'), '&amp;', '&')"
        .formatted(column);
  }

  private static String clean(String text) {
    return "CASE WHEN trim(%s) = '' THEN NULL ELSE nfc_normalize(%s) END".formatted(text, text);
  }
}
