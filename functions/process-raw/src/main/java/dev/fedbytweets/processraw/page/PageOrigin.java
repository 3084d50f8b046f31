package dev.fedbytweets.processraw.page;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import java.time.Instant;
import java.util.Objects;

/// Where and when a page came from: the columns of a row that are not in the page. Nothing is
/// null.
///
/// @param fileName the page's key below `raw/`
/// @param subject the subject that the page was collected for
/// @param run the run that stored the page
/// @param retrievedAt when X answered
/// @param isRetrievedAtKnown false if that is only estimated
/// @param importDate when the rows are written to bronze
public record PageOrigin(
    String fileName,
    SubjectName subject,
    RunName run,
    Instant retrievedAt,
    boolean isRetrievedAtKnown,
    Instant importDate) {

  public PageOrigin {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(retrievedAt, "retrievedAt");
    Objects.requireNonNull(importDate, "importDate");
  }
}
