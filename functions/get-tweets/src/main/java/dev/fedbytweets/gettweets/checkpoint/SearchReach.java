package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Duration;
import java.time.Instant;

/// How far recent search reaches: from 7 days to 30 seconds before the request, as X documents it.
/// X refuses identifiers that are older.
final class SearchReach {

  private static final Duration REACH = Duration.ofDays(7);
  private static final Duration DELAY = Duration.ofSeconds(30);

  /// For clocks that differ and for the time that a request takes.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /// A window that began with all that X has is not bound to an identifier. What it has not read
  /// falls out of reach all the same, but within this time it is not worth starting anew.
  private static final Duration GRACE = Duration.ofHours(1);

  private SearchReach() {}

  /// The largest identifier that may be asked from now.
  static long oldestId(Instant now) {
    return Snowflake.smallestAt(now.minus(REACH).plus(MARGIN)) - 1;
  }

  /// Up to when a request finds everything.
  static Instant searchedUntil(Instant requestedAt) {
    return requestedAt.minus(DELAY);
  }

  /// From when on a request without an identifier finds everything.
  static Instant searchedFrom(Instant searchedUntil) {
    return searchedUntil.plus(DELAY).minus(REACH);
  }

  static boolean reaches(Instant time, Instant now) {
    return !time.isBefore(now.minus(REACH).plus(MARGIN));
  }

  static boolean reaches(long id, Instant now) {
    return Snowflake.carriesTime(id) && reaches(Snowflake.timeOf(id), now);
  }

  /// Whether the rest of a window can still be asked for as it was begun.
  static boolean reaches(Window window, Instant now) {
    if (window.sinceId() != null) {
      return reaches(window.sinceId(), now);
    }
    return window.searchedUntil() == null || now.isBefore(window.searchedUntil().plus(GRACE));
  }
}
