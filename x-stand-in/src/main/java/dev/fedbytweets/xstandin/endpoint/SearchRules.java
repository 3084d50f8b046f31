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
/// @param reach how far back the pages of a token reach
/// @param longestQuery characters
public record SearchRules(
    Set<FieldVocabulary> accepted,
    ResponseVocabulary vocabulary,
    PageShape shape,
    int repeats,
    Reach reach,
    int longestQuery) {

  /// In which vocabulary answers are written.
  public enum ResponseVocabulary {
    /// In the one that the request speaks; `tweet` if it speaks none and both are accepted.
    AS_ASKED,
    /// In both at once, whatever the request speaks.
    MIXED
  }

  /// How far back the pages of a token reach. X does not say.
  public enum Reach {
    /// As far as the search whose token it is.
    OF_THE_SEARCH,
    /// Seven days from the request of each page: what is older is left out as if it did not exist.
    OF_THE_REQUEST
  }

  /// As X behaves for most accounts: queries to 512 characters, full pages, no repeats.
  public static final SearchRules USUAL =
      new SearchRules(
          Set.of(FieldVocabulary.values()),
          ResponseVocabulary.AS_ASKED,
          PageShape.full(),
          0,
          Reach.OF_THE_SEARCH,
          512);

  public SearchRules {
    accepted = Set.copyOf(accepted);
    Objects.requireNonNull(vocabulary, "vocabulary");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(reach, "reach");
    if (accepted.isEmpty()) {
      throw new IllegalArgumentException("at least one vocabulary must be accepted");
    }
    if (repeats < 0) {
      throw new IllegalArgumentException("a page cannot repeat %d posts".formatted(repeats));
    }
  }

  public SearchRules accepting(FieldVocabulary... vocabularies) {
    return new SearchRules(Set.of(vocabularies), vocabulary, shape, repeats, reach, longestQuery);
  }

  public SearchRules answering(ResponseVocabulary other) {
    return new SearchRules(accepted, other, shape, repeats, reach, longestQuery);
  }

  public SearchRules shaped(PageShape other) {
    return new SearchRules(accepted, vocabulary, other, repeats, reach, longestQuery);
  }

  public SearchRules repeating(int posts) {
    return new SearchRules(accepted, vocabulary, shape, posts, reach, longestQuery);
  }

  public SearchRules withLongestQuery(int characters) {
    return new SearchRules(accepted, vocabulary, shape, repeats, reach, characters);
  }

  public SearchRules reaching(Reach other) {
    return new SearchRules(accepted, vocabulary, shape, repeats, other, longestQuery);
  }

  /// What is spoken where a request leaves it open.
  FieldVocabulary usual() {
    return accepted.contains(FieldVocabulary.TWEET) ? FieldVocabulary.TWEET : FieldVocabulary.POST;
  }
}
