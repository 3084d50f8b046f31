package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.Objects;

/// A row of `gold.top_domains_by_day`, key (`day`, `subject`, `domain`).
///
/// @param day UTC
/// @param domain a host in lower case, without `www.`
/// @param rank 1 for the one that most posts link to; of several with as many posts, the one that
///     comes first in the alphabet
/// @param posts that link to it
public record DayDomain(LocalDate day, String subject, String domain, int rank, long posts) {

  public DayDomain {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(domain, "domain");
  }
}
