package dev.fedbytweets.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/// A row of `gold.collection_by_run`, key (`day`, `run_id`, `subject`).
///
/// @param day on which the posts came into bronze, UTC
/// @param firstAt when the first of them did
/// @param posts that X gave as results of the subject's search; a post counts as often as it came
/// @param media that came with them
/// @param chargeUsd what X is expected to charge for both, US dollars; 0 for an import
/// @param quarantined rows of the run's pages that were set aside
public record RunCollection(
    LocalDate day,
    String runId,
    String subject,
    Instant firstAt,
    long posts,
    long media,
    double chargeUsd,
    long quarantined) {

  public RunCollection {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(firstAt, "firstAt");
  }
}
