package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.xstandin.json.Vocabulary;
import java.util.Objects;
import java.util.Set;

/// How the search behaves.
///
/// @param accepted the vocabularies that are understood, not empty
/// @param words in which vocabulary it answers
/// @param shape how full its pages are
/// @param repeats how many posts of a page come again on the next, 0 or more
/// @param longestQuery characters
public record SearchRules(
    Set<Vocabulary> accepted, Words words, PageShape shape, int repeats, int longestQuery) {

  /// As X behaves for most accounts: queries to 512 characters, full pages, no repeats.
  public static final SearchRules USUAL =
      new SearchRules(Set.of(Vocabulary.values()), Words.AS_ASKED, PageShape.full(), 0, 512);

  public SearchRules {
    accepted = Set.copyOf(accepted);
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(shape, "shape");
    if (accepted.isEmpty()) {
      throw new IllegalArgumentException("at least one vocabulary must be accepted");
    }
    if (repeats < 0) {
      throw new IllegalArgumentException("a page cannot repeat %d posts".formatted(repeats));
    }
  }

  public SearchRules accepting(Vocabulary... vocabularies) {
    return new SearchRules(Set.of(vocabularies), words, shape, repeats, longestQuery);
  }

  public SearchRules answering(Words other) {
    return new SearchRules(accepted, other, shape, repeats, longestQuery);
  }

  public SearchRules shaped(PageShape other) {
    return new SearchRules(accepted, words, other, repeats, longestQuery);
  }

  public SearchRules repeating(int posts) {
    return new SearchRules(accepted, words, shape, posts, longestQuery);
  }

  public SearchRules withLongestQuery(int characters) {
    return new SearchRules(accepted, words, shape, repeats, characters);
  }

  /// What is spoken where a request leaves it open.
  Vocabulary usual() {
    return accepted.contains(Vocabulary.TWEET) ? Vocabulary.TWEET : Vocabulary.POST;
  }
}
