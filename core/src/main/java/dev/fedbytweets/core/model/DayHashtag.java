package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.Objects;

/// A row of `gold.top_hashtags_by_day`, key (`day`, `subject`, `hashtag`).
///
/// @param day UTC
/// @param hashtag in lower case, without `#`
/// @param rank 1 for the one that most posts use; of several with as many posts, the one that comes
///     first in the alphabet
/// @param posts that use it
public record DayHashtag(LocalDate day, String subject, String hashtag, int rank, long posts) {

  public DayHashtag {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(hashtag, "hashtag");
  }
}
