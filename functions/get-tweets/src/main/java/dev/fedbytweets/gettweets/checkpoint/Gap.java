package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A span of time whose posts were not collected and will not be: recent search no longer finds
/// them, or X's answers with them cannot be read. Full-archive search can fill it; what X still
/// searches of it, a search anew can ([dev.fedbytweets.core.run.Subject#from()]).
///
/// @param from everything before this is collected or is being collected
/// @param to everything from this on is collected or is being collected
/// @param sinceId the posts of the gap have larger identifiers
/// @param untilId the posts of the gap have smaller identifiers
/// @param reason one of the constants
/// @param recordedAt when it was found
/// @param run the run that found it
public record Gap(
    Instant from,
    Instant to,
    long sinceId,
    long untilId,
    String reason,
    Instant recordedAt,
    RunName run) {

  /// When the span was to be collected, it was older than the 7 days that X searches.
  public static final String BEYOND_SEARCH = "beyond_search";

  /// X's answers that should hold it cannot be read. They are in quarantine.
  public static final String UNREADABLE = "unreadable";

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
    return between(sinceId, untilId, BEYOND_SEARCH, now, run);
  }

  /// @param sinceId the posts of the gap have larger identifiers
  /// @param untilId the posts of the gap have smaller identifiers
  static Gap unreadable(long sinceId, long untilId, Instant now, RunName run) {
    return between(sinceId, untilId, UNREADABLE, now, run);
  }

  private static Gap between(long sinceId, long untilId, String reason, Instant now, RunName run) {
    return new Gap(
        Snowflake.timeOf(sinceId), Snowflake.timeOf(untilId), sinceId, untilId, reason, now, run);
  }

  /// Whether a later gap has the same reason and begins within this one or where it ends.
  boolean touches(Gap later) {
    return later.reason.equals(reason) && !later.from.isBefore(from) && !later.from.isAfter(to);
  }

  /// Whether this is an earlier gap that the same run may have made larger, or a part of one.
  boolean continues(Gap earlier) {
    boolean isWithin = sinceId >= earlier.sinceId && untilId <= earlier.untilId;
    return isWithin || sinceId == earlier.sinceId && run.equals(earlier.run);
  }

  /// What is left of it when the posts between two identifiers, both exclusive, are read: nothing,
  /// or one or two parts.
  List<Gap> without(long readSinceId, long readUntilId) {
    if (Math.min(untilId, readUntilId) - Math.max(sinceId, readSinceId) <= 1) {
      return List.of(this);
    }
    List<Gap> parts = new ArrayList<>();
    if (readSinceId > sinceId) {
      parts.add(between(sinceId, readSinceId + 1, reason, recordedAt, run));
    }
    if (readUntilId < untilId) {
      parts.add(between(readUntilId - 1, untilId, reason, recordedAt, run));
    }
    return parts;
  }

  /// Both in one.
  Gap and(Gap later) {
    return new Gap(
        from,
        later.to.isAfter(to) ? later.to : to,
        sinceId,
        Math.max(untilId, later.untilId),
        reason,
        later.recordedAt,
        later.run);
  }
}
