package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.xstandin.json.FieldVocabulary;
import java.util.Objects;
import java.util.Set;

/// How the search behaves.
///
/// @param accepted the vocabularies that are understood, not empty
/// @param vocabulary in which vocabulary it answers
/// @param shape how full its pages are
/// @param repeats how many posts of a page come again on the next, 0 or more
/// @param longestQuery characters
public record SearchRules(
    Set<FieldVocabulary> accepted,
    ResponseVocabulary vocabulary,
    PageShape shape,
    int repeats,
    int longestQuery) {

  /// In which vocabulary answers are written.
  public enum ResponseVocabulary {
    /// In the one that the request speaks; `tweet` if it speaks none and both are accepted.
    AS_ASKED,
    /// In both at once, whatever the request speaks.
    MIXED
  }

  /// As X behaves for most accounts: queries to 512 characters, full pages, no repeats.
  public static final SearchRules USUAL =
      new SearchRules(
          Set.of(FieldVocabulary.values()), ResponseVocabulary.AS_ASKED, PageShape.full(), 0, 512);

  public SearchRules {
    accepted = Set.copyOf(accepted);
    Objects.requireNonNull(vocabulary, "vocabulary");
    Objects.requireNonNull(shape, "shape");
    if (accepted.isEmpty()) {
      throw new IllegalArgumentException("at least one vocabulary must be accepted");
    }
    if (repeats < 0) {
      throw new IllegalArgumentException("a page cannot repeat %d posts".formatted(repeats));
    }
  }

  public SearchRules accepting(FieldVocabulary... vocabularies) {
    return new SearchRules(Set.of(vocabularies), vocabulary, shape, repeats, longestQuery);
  }

  public SearchRules answering(ResponseVocabulary other) {
    return new SearchRules(accepted, other, shape, repeats, longestQuery);
  }

  public SearchRules shaped(PageShape other) {
    return new SearchRules(accepted, vocabulary, other, repeats, longestQuery);
  }

  public SearchRules repeating(int posts) {
    return new SearchRules(accepted, vocabulary, shape, posts, longestQuery);
  }

  public SearchRules withLongestQuery(int characters) {
    return new SearchRules(accepted, vocabulary, shape, repeats, characters);
  }

  /// What is spoken where a request leaves it open.
  FieldVocabulary usual() {
    return accepted.contains(FieldVocabulary.TWEET) ? FieldVocabulary.TWEET : FieldVocabulary.POST;
  }
}
