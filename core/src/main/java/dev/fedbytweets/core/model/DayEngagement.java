package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.Objects;

/// A row of `gold.engagement_by_day`, key (`day`, `subject`): the sums of what posts of a day had
/// when they were last seen.
///
/// @param day on which they were written, UTC
/// @param posts that were collected, each once in its latest version
/// @param authors how many people wrote them
/// @param impressions how often they were shown, as far as X said
public record DayEngagement(
    LocalDate day,
    String subject,
    long posts,
    long authors,
    long likes,
    long replies,
    long retweets,
    long quotes,
    long bookmarks,
    long impressions) {

  public DayEngagement {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(subject, "subject");
  }
}
