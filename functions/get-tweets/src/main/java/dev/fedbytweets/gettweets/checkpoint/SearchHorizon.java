package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The times that recent search covers: from 7 days to 30 seconds before the request, as X
/// documents it. X refuses identifiers that are older.
public final class SearchHorizon {

  private static final Duration HORIZON = Duration.ofDays(7);
  private static final Duration DELAY = Duration.ofSeconds(30);

  /// For clocks that differ and for the time that a request takes.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /// A window that begins at the horizon stays within it for this long.
  private static final Duration HEADWAY = Duration.ofMinutes(1);

  /// A subject's first window, and one that searches anew, may lose up to this much at its
  /// beginning without a gap on record, since reading takes time.
  private static final Duration TOLERATED_LOSS = Duration.ofHours(1);

  private SearchHorizon() {}

  /// The identifier to begin at in order to search as far back as possible.
  static long oldestSinceId(Instant now) {
    return idBefore(now.minus(HORIZON).plus(MARGIN).plus(HEADWAY));
  }

  /// The time from which on X can be searched.
  public static Instant oldest(Instant now) {
    return Snowflake.timeOf(oldestSinceId(now) + 1);
  }

  /// The identifier to begin at in order to search from a time on, or as near to it as possible if
  /// no more than is tolerated is lost; empty if X does not search there, or not yet.
  static Optional<Long> sinceIdOf(Instant from, Instant now) {
    if (from.isAfter(now) || !isTolerated(from, oldest(now))) {
      return Optional.empty();
    }
    return Optional.of(Math.max(idBefore(from), oldestSinceId(now)));
  }

  /// The time up to which a request finds everything.
  static Instant searchedUntil(Instant requestedAt) {
    return requestedAt.minus(DELAY);
  }

  /// The time from which on a request without an identifier to begin at finds everything.
  static Instant searchedFrom(Instant searchedUntil) {
    return searchedUntil.plus(DELAY).minus(HORIZON);
  }

  static boolean reaches(Instant time, Instant now) {
    return !time.isBefore(now.minus(HORIZON).plus(MARGIN));
  }

  static boolean reaches(long id, Instant now) {
    return Snowflake.carriesTime(id) && reaches(Snowflake.timeOf(id), now);
  }

  /// Whether X still accepts the criteria of a window: it refuses an identifier to begin at that
  /// is too old. A window that began with all that X had has no such identifier, and its tokens
  /// stay good.
  static boolean accepts(SearchCriteria criteria, Instant now) {
    return criteria.sinceId() == null || reaches(criteria.sinceId(), now);
  }

  /// Whether a window without an identifier to begin at would lose its beginning if it was asked
  /// for without a token now.
  ///
  /// @param window of which a page is read
  /// @param collectedUntil the end of the windows before, null if there are none
  static boolean losesBeginning(Window window, @Nullable Instant collectedUntil, Instant now) {
    return window.criteria().sinceId() == null
        && (collectedUntil == null
            ? !isTolerated(searchedFrom(window.searchedUntil()), now.minus(HORIZON))
            : !reaches(collectedUntil, now));
  }

  /// The gap at the beginning of a window without an identifier to begin at, if it took so long
  /// to read that its beginning had left the horizon when its last page was asked for. Whether X
  /// gives such posts to who asks with a token is not known: there is no gap if the last page has
  /// some and X says that they are the last.
  ///
  /// @param window read to its end
  /// @param collectedUntil the end of the windows before, null if there are none
  /// @param last its last page
  static Optional<Gap> gapAtBeginning(
      Window window, @Nullable Instant collectedUntil, StoredPage last, RunName run) {
    if (window.criteria().sinceId() != null) {
      return Optional.empty();
    }
    PageMetadata page = last.metadata();
    Instant from = collectedUntil == null ? searchedFrom(window.searchedUntil()) : collectedUntil;
    Instant to = page.request().requestedAt().minus(HORIZON);
    boolean covered = collectedUntil == null ? isTolerated(from, to) : !from.isBefore(to);
    if (covered || last.isLast() && isOlder(page.contents().oldestId(), to)) {
      return Optional.empty();
    }
    Long oldestId = window.progress().oldestId();
    long untilId = isOlder(oldestId, to) ? oldestId : idBefore(to) + 1;
    return Optional.of(Gap.beyondSearch(idBefore(from), untilId, page.retrievedAt(), run))
        .filter(gap -> gap.untilId() - gap.sinceId() > 1);
  }

  private static boolean isOlder(@Nullable Long id, Instant time) {
    return id != null && Snowflake.timeOf(id).isBefore(time);
  }

  private static boolean isTolerated(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(TOLERATED_LOSS) < 0;
  }

  /// The largest identifier that is older than a time.
  static long idBefore(Instant time) {
    return Snowflake.smallestAt(time) - 1;
  }
}
