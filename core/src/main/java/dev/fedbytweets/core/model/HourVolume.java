package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.Objects;

/// A row of `gold.volume_by_hour`, key (`day`, `hour`, `subject`).
///
/// @param day UTC
/// @param hour of the day, 0 to 23, UTC
/// @param posts that were collected, each once in its latest version
/// @param replies how many of them answer another post
/// @param quotes how many quote another post
/// @param retweets how many only repeat another post
public record HourVolume(
    LocalDate day, int hour, String subject, long posts, long replies, long quotes, long retweets) {

  public HourVolume {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(subject, "subject");
  }
}
