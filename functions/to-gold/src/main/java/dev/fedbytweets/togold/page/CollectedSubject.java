package dev.fedbytweets.togold.page;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far collecting a subject has come.
///
/// @param name of the subject
/// @param until up to when it is collected; null before the first window's end
/// @param gaps time before that which was not collected; copied
/// @param readThisMonth posts that were read of X in the UTC month of the page
/// @param cap how many may be read in a month; null if there is no cap
public record CollectedSubject(
    String name,
    @Nullable Instant until,
    List<MissedSpan> gaps,
    long readThisMonth,
    @Nullable Long cap) {

  public CollectedSubject {
    Objects.requireNonNull(name, "name");
    gaps = List.copyOf(gaps);
  }
}
