package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.Objects;

/// A row of `gold.topics_by_day`, key (`day`, `subject`, `topic`).
///
/// @param day UTC
/// @param topic one of the model's, or `other`
/// @param modelHash the SHA-256 of the model's file
/// @param posts that the model takes for this topic
/// @param share of the posts with a topic, as the model labels them, 0 to 1
public record DayTopic(
    LocalDate day, String subject, String topic, String modelHash, long posts, double share) {

  public DayTopic {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(modelHash, "modelHash");
  }
}
