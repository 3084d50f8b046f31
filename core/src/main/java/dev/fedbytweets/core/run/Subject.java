package dev.fedbytweets.core.run;

import dev.fedbytweets.core.failure.RejectedException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What to collect, and how much of it at most.
///
/// @param name not null
/// @param query in X's search language, 1 to 4096 characters (X allows 512 unless the account is
///     an Enterprise one)
/// @param maxPostsPerRun posts that one run may read, at least 10 (the smallest page X gives);
///     null for no limit
/// @param maxPostsPerDay posts that may be read in one UTC day, the day by which X charges, at
///     least 10; null for no limit
/// @param maxPostsPerMonth posts that may be read in one UTC month, at least 10; null for no
///     limit
/// @param from the time from which on posts are to be searched anew, or for the first time; null
///     for where the last window ended
/// @param media whether X is asked for the pictures and videos in the posts too, each of which it
///     charges; null for no
public record Subject(
    SubjectName name,
    String query,
    @Nullable Integer maxPostsPerRun,
    @Nullable Integer maxPostsPerDay,
    @Nullable Integer maxPostsPerMonth,
    @Nullable Instant from,
    @Nullable Boolean media) {

  private static final int LONGEST_QUERY = 4096;
  private static final int SMALLEST_PAGE = 10;

  /// @throws RejectedException if the query is blank or too long, or a limit is below the
  ///     smallest page
  public Subject {
    Objects.requireNonNull(name, "name");
    if (query == null || query.isBlank()) {
      throw new RejectedException("subject '%s' has no query".formatted(name));
    }
    if (query.length() > LONGEST_QUERY) {
      throw new RejectedException(
          "subject '%s': the query has %d characters, X allows %d"
              .formatted(name, query.length(), LONGEST_QUERY));
    }
    requireLimit(name, "max_posts_per_run", maxPostsPerRun);
    requireLimit(name, "max_posts_per_day", maxPostsPerDay);
    requireLimit(name, "max_posts_per_month", maxPostsPerMonth);
  }

  /// A subject that is collected from where its last window ended, without media.
  public Subject(
      SubjectName name,
      String query,
      @Nullable Integer maxPostsPerRun,
      @Nullable Integer maxPostsPerDay,
      @Nullable Integer maxPostsPerMonth) {
    this(name, query, maxPostsPerRun, maxPostsPerDay, maxPostsPerMonth, null, null);
  }

  /// A subject without limits.
  public Subject(SubjectName name, String query) {
    this(name, query, null, null, null);
  }

  /// The same subject, searched anew from a time on, or from where its last window ended if null.
  public Subject searchedFrom(@Nullable Instant time) {
    return new Subject(name, query, maxPostsPerRun, maxPostsPerDay, maxPostsPerMonth, time, media);
  }

  /// The same subject, with the pictures and videos in its posts.
  public Subject withMedia() {
    return new Subject(name, query, maxPostsPerRun, maxPostsPerDay, maxPostsPerMonth, from, true);
  }

  /// Whether X is asked for the pictures and videos in the posts.
  public boolean asksForMedia() {
    return Boolean.TRUE.equals(media);
  }

  private static void requireLimit(SubjectName name, String setting, @Nullable Integer limit) {
    if (limit != null && limit < SMALLEST_PAGE) {
      throw new RejectedException(
          "subject '%s': %s is %d, but X gives no page smaller than %d posts"
              .formatted(name, setting, limit, SMALLEST_PAGE));
    }
  }
}
