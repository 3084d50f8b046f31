package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far recent search reaches: from 7 days to 30 seconds before the request, as X documents
/// it. X refuses identifiers that are older.
final class SearchHorizon {

  private static final Duration REACH = Duration.ofDays(7);
  private static final Duration DELAY = Duration.ofSeconds(30);

  /// For clocks that differ and for the time that a request takes.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /// What begins at the border of X's reach stays within it for a while.
  private static final Duration HEADWAY = Duration.ofMinutes(1);

  /// What a subject's first window may lose at its beginning without a word, since reading takes
  /// time.
  private static final Duration BRIEF = Duration.ofHours(1);

  private SearchHorizon() {}

  /// The identifier to begin at in order to reach as far back as possible.
  static long oldestId(Instant now) {
    return before(now.minus(REACH).plus(MARGIN).plus(HEADWAY));
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

  /// Whether the rest of a window can still be asked for as it was begun: X refuses an
  /// identifier to begin at that is too old. A window that began with all that X had has none,
  /// and its tokens stay good.
  static boolean reaches(Window window, Instant now) {
    return window.sinceId() == null || reaches(window.sinceId(), now);
  }

  /// Whether a window without an identifier to begin at would lose its beginning if it was asked
  /// for without a token now.
  ///
  /// @param window of which something was read
  /// @param collectedUntil of the windows before, null if there are none
  static boolean losesBeginning(Window window, Instant collectedUntil, Instant now) {
    return window.sinceId() == null
        && (collectedUntil == null
            ? !isBrief(searchedFrom(window.searchedUntil()), now.minus(REACH))
            : !reaches(collectedUntil, now));
  }

  /// The beginning of a window without an identifier to begin at, if it took so long to read
  /// that it may have fallen out of X's reach: that is, if nothing was read of it.
  ///
  /// @param window read to its end
  /// @param collectedUntil of the windows before, null if there are none
  /// @param last its last page
  static Optional<Gap> lostBeginning(
      Window window, Instant collectedUntil, PageMetadata last, RunName run) {
    if (window.sinceId() != null || window.oldestId() == null) {
      return Optional.empty();
    }
    Instant from = searchedFrom(window.searchedUntil());
    Instant to = last.requestedAt().minus(REACH);
    boolean covered = collectedUntil == null ? isBrief(from, to) : !collectedUntil.isBefore(to);
    return covered || Snowflake.timeOf(window.oldestId()).isBefore(to)
        ? Optional.empty()
        : Optional.of(Gap.beyondSearch(before(from), before(to) + 1, last.retrievedAt(), run));
  }

  private static boolean isBrief(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(BRIEF) < 0;
  }

  /// The largest identifier that is older than a time.
  static long before(Instant time) {
    return Snowflake.smallestAt(time) - 1;
  }
}
