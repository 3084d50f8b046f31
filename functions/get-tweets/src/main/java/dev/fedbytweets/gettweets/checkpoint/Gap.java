package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import java.time.Instant;
import java.util.Objects;

/// A span of time whose posts were not collected and can no longer be found by recent search.
/// Full-archive search can fill it.
///
/// @param from everything before is collected
/// @param to everything from here on is collected or still being collected
/// @param sinceId the posts of the gap have larger identifiers
/// @param untilId the posts of the gap have smaller identifiers
/// @param reason why, one of the constants
/// @param recordedAt when it was found
/// @param run which found it
public record Gap(
    Instant from,
    Instant to,
    long sinceId,
    long untilId,
    String reason,
    Instant recordedAt,
    RunName run) {

  /// The span was older than the 7 days that recent search reaches back when it was its turn.
  public static final String BEYOND_SEARCH = "beyond_search";

  public Gap {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(run, "run");
  }

  /// @param sinceId the posts of the gap have larger identifiers
  /// @param untilId the posts of the gap have smaller identifiers
  static Gap beyondSearch(long sinceId, long untilId, Instant now, RunName run) {
    return new Gap(
        Snowflake.timeOf(sinceId),
        Snowflake.timeOf(untilId),
        sinceId,
        untilId,
        BEYOND_SEARCH,
        now,
        run);
  }

  /// Whether a later gap begins within this one or where this one ends.
  boolean touches(Gap later) {
    return !later.from.isBefore(from) && !later.from.isAfter(to);
  }

  /// Whether this is an earlier gap, which the same run may have made larger.
  boolean continues(Gap earlier) {
    return sinceId == earlier.sinceId && run.equals(earlier.run);
  }

  /// Both in one.
  Gap and(Gap later) {
    return new Gap(
        from,
        later.to.isAfter(to) ? later.to : to,
        sinceId,
        Math.max(untilId, later.untilId),
        later.reason,
        later.recordedAt,
        later.run);
  }
}
