package dev.fedbytweets.core.model;

import java.util.Locale;

/// What the lake says about its posts. No table of these names an author or holds a text.
public enum GoldTable implements TableName {
  /// A row for each post, subject and model that labels it.
  POST_LABELS,
  /// How many posts of a subject were written in each hour.
  VOLUME_BY_HOUR,
  /// How many posts of a subject and language a model takes for negative, neutral and positive.
  SENTIMENT_BY_DAY,
  /// The same by topic.
  TOPICS_BY_DAY,
  TOP_HASHTAGS_BY_DAY,
  TOP_DOMAINS_BY_DAY,
  PLACES_BY_DAY,
  /// Likes, replies and the like that posts had when they were last seen.
  ENGAGEMENT_BY_DAY,
  /// What each run read, and what that cost.
  COLLECTION_BY_RUN,
  /// The models whose labels are here.
  MODELS;

  @Override
  public String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
