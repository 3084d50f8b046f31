package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.pages.PageFolder;

/// The SQL with which DuckDB makes the same bronze tables of the same pages.
final class BronzeDuckSql {

  private static final String ENTITIES =
      """
      entities STRUCT(hashtags STRUCT(tag VARCHAR)[], cashtags STRUCT(tag VARCHAR)[],
        mentions STRUCT(username VARCHAR)[], urls STRUCT(expanded_url VARCHAR)[])""";

  private static final String POST =
      """
      STRUCT(id VARCHAR, created_at VARCHAR, author_id VARCHAR, "text" VARCHAR,
        geo STRUCT(place_id VARCHAR, coordinates STRUCT(coordinates DOUBLE[])),
        note_tweet STRUCT("text" VARCHAR, %1$s), lang VARCHAR, conversation_id VARCHAR,
        in_reply_to_user_id VARCHAR, possibly_sensitive BOOLEAN, reply_settings VARCHAR,
        public_metrics STRUCT(retweet_count BIGINT, reply_count BIGINT, like_count BIGINT,
          quote_count BIGINT, bookmark_count BIGINT, impression_count BIGINT),
        %1$s,
        referenced_tweets STRUCT("type" VARCHAR, id VARCHAR)[],
        edit_history_tweet_ids VARCHAR[], withheld STRUCT(country_codes VARCHAR[]),
        community_id VARCHAR, attachments STRUCT(media_keys VARCHAR[]))[]"""
          .formatted(ENTITIES);

  private static final String USERS =
      """
      users STRUCT(id VARCHAR, username VARCHAR, name VARCHAR, location VARCHAR,
        public_metrics STRUCT(followers_count BIGINT, following_count BIGINT,
          listed_count BIGINT, tweet_count BIGINT, like_count BIGINT, media_count BIGINT),
        verified BOOLEAN, created_at VARCHAR, description VARCHAR, url VARCHAR,
        entities STRUCT(url STRUCT(urls STRUCT(expanded_url VARCHAR)[])),
        verified_type VARCHAR, subscription_type VARCHAR, protected BOOLEAN,
        profile_image_url VARCHAR, pinned_tweet_id VARCHAR)[]""";

  private static final String PLACES =
      """
      places STRUCT(id VARCHAR, full_name VARCHAR, country VARCHAR, place_type VARCHAR,
        name VARCHAR, country_code VARCHAR, geo STRUCT(bbox DOUBLE[]), contained_within VARCHAR[])[]""";

  private static final String PAGE_COLUMNS =
      "TIMESTAMP '%s' AS import_date, file_name, '%s' AS run_id, retrieved_at"
          .formatted(BronzeOursMain.IMPORT_DATE, PageFolder.RUN);

  /// Every page of the bench says when it was retrieved.
  private static final String TIME_KNOWN = "true AS retrieved_at_known";

  private static final String TWEET_COLUMNS =
      """
      p.id, p.created_at, p.author_id, p."text", p.geo.place_id AS place_id,
      TIMESTAMP '%s' AS import_date, file_name, '%s' AS subject, '%s' AS run_id, retrieved_at,
      p.note_tweet."text" AS note_text, p.lang, p.conversation_id, p.in_reply_to_user_id,
      p.possibly_sensitive, p.reply_settings, p.public_metrics.retweet_count,
      p.public_metrics.reply_count, p.public_metrics.like_count, p.public_metrics.quote_count,
      p.public_metrics.bookmark_count, p.public_metrics.impression_count,
      %s AS hashtags, %s AS cashtags, %s AS mentions, %s AS urls,
      p.referenced_tweets AS referenced, p.edit_history_tweet_ids AS edit_history,
      p.geo.coordinates.coordinates[1] AS longitude, p.geo.coordinates.coordinates[2] AS latitude,
      p.withheld.country_codes AS withheld_countries, p.community_id, %s,
      'result' AS found_as, CAST(NULL AS VARCHAR) AS retweeted_text,
      p.attachments.media_keys"""
          .formatted(
              BronzeOursMain.IMPORT_DATE,
              PageFolder.SUBJECT,
              PageFolder.RUN,
              union("hashtags", "tag"),
              union("cashtags", "tag"),
              union("mentions", "username"),
              union("urls", "expanded_url"),
              TIME_KNOWN);

  private static final String USER_COLUMNS =
      """
      u.id, u.username, u.name, u.location, u.public_metrics.followers_count,
      u.public_metrics.following_count, u.public_metrics.listed_count,
      u.public_metrics.tweet_count, u.verified, %s, u.created_at, u.description,
      coalesce(u.entities.url.urls[1].expanded_url, u.url) AS url, u.verified_type,
      u.subscription_type, u.protected, u.profile_image_url, u.pinned_tweet_id,
      u.public_metrics.like_count, u.public_metrics.media_count, %s"""
          .formatted(PAGE_COLUMNS, TIME_KNOWN);

  private static final String PLACE_COLUMNS =
      """
      l.id, l.full_name, l.country, l.place_type, %s, l.name, l.country_code, l.geo.bbox[1] AS west,
      l.geo.bbox[2] AS south, l.geo.bbox[3] AS east, l.geo.bbox[4] AS north, l.contained_within,
      %s"""
          .formatted(PAGE_COLUMNS, TIME_KNOWN);

  private BronzeDuckSql() {}

  /// Pages as rows of `file_name`, `retrieved_at`, `data` and `includes`.
  ///
  /// @param columns which of the two
  static String pages(String glob, String columns) {
    return """
    SELECT substr(filename, strpos(filename, '/raw/') + 5) AS file_name,
      TIMESTAMP '%s' + to_seconds(regexp_extract(filename, 'page-(\\d+)', 1)::BIGINT) AS retrieved_at,
      * EXCLUDE (filename)
    FROM read_json('%s', format = 'newline_delimited', compression = 'gzip', filename = true,
      hive_partitioning = false, maximum_object_size = 33554432, columns = {%s})"""
        .formatted(PageFolder.FIRST_RETRIEVED, glob, columns);
  }

  /// The same of recorded pages, which say themselves when they were retrieved.
  ///
  /// @param columns which of the two
  static String recordedPages(String glob, String columns) {
    return """
    SELECT filename AS file_name, __twarc.retrieved_at::TIMESTAMP AS retrieved_at,
      * EXCLUDE (filename, __twarc)
    FROM read_json('%s', format = 'newline_delimited', filename = true, hive_partitioning = false,
      maximum_object_size = 33554432, columns = {__twarc: 'STRUCT(retrieved_at VARCHAR)', %s})"""
        .formatted(glob, columns);
  }

  static String dataColumn() {
    return "data: '" + POST + "'";
  }

  static String usersColumn() {
    return "includes: 'STRUCT(" + USERS + ")'";
  }

  static String placesColumn() {
    return "includes: 'STRUCT(" + PLACES + ")'";
  }

  static String allColumns() {
    return dataColumn() + ", includes: 'STRUCT(" + USERS + ", " + PLACES + ")'";
  }

  static String tweets(String pages) {
    return "SELECT %s FROM (SELECT file_name, retrieved_at, unnest(data) AS p FROM %s)"
        .formatted(TWEET_COLUMNS, pages);
  }

  static String users(String pages) {
    return "SELECT %s FROM (SELECT file_name, retrieved_at, unnest(includes.users) AS u FROM %s)"
        .formatted(USER_COLUMNS, pages);
  }

  static String places(String pages) {
    return "SELECT %s FROM (SELECT file_name, retrieved_at, unnest(includes.places) AS l FROM %s)"
        .formatted(PLACE_COLUMNS, pages);
  }

  /// What stands in the entities of the text, then of the note, without repeats.
  private static String union(String list, String field) {
    String text = "[x.%s for x in p.entities.%s]".formatted(field, list);
    String note = "[x.%s for x in p.note_tweet.entities.%s]".formatted(field, list);
    String both = "list_concat(%s, %s)".formatted(text, note);
    return """
        CASE WHEN p.entities.%1$s IS NULL THEN %3$s
          WHEN p.note_tweet.entities.%1$s IS NULL THEN %2$s
          ELSE list_filter(%4$s, lambda x, i: list_position(%4$s, x) = i) END"""
        .formatted(list, text, note, both);
  }
}
