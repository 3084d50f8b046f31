package dev.fedbytweets.gettweets.x;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The names that a request uses. X renamed parameters and values with version 2.167 of its
/// OpenAPI file, of 2026-08-07.
public enum Vocabulary {
  /// `tweet.fields`, `note_tweet` and so on.
  TWEET(Map.of()),
  /// `post.fields`, `note_post` and so on.
  POST(
      Map.of(
          "tweet.fields", "post.fields",
          "note_tweet", "note_post",
          "referenced_tweets", "referenced_posts",
          "referenced_tweets.id", "referenced_posts",
          "edit_history_tweet_ids", "edit_history_post_ids",
          "pinned_tweet_id", "pinned_post_id",
          "most_recent_tweet_id", "most_recent_post_id"));

  private final Map<String, String> names;

  Vocabulary(Map<String, String> names) {
    this.names = names;
  }

  /// `tweet` or `post`: its name in settings and in the metadata of pages.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The vocabulary of this word.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Vocabulary ofWord(String word) {
    return Arrays.stream(values())
        .filter(vocabulary -> vocabulary.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no vocabulary '%s'".formatted(word)));
  }

  /// The one that is not this.
  public Vocabulary other() {
    return this == TWEET ? POST : TWEET;
  }

  /// The name of a parameter in this vocabulary.
  ///
  /// @param tweetName the name in the vocabulary [#TWEET]
  String parameter(String tweetName) {
    return names.getOrDefault(tweetName, tweetName);
  }

  /// A list of fields or expansions in this vocabulary.
  ///
  /// @param tweetNames separated by commas, in the vocabulary [#TWEET]
  String list(String tweetNames) {
    return Arrays.stream(tweetNames.split(","))
        .map(this::parameter)
        .collect(Collectors.joining(","));
  }
}
