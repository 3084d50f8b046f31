package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many posts of a subject, and media with them, were read in each UTC month and day. X charges
/// by the UTC day: a post that it gives again within one is not charged again.
///
/// @param months the last 24 months that have any; copied
/// @param days the last 7 days that have any; null for none, as in checkpoints that do not have
///     them: what was read on the day of an update before it is counted for the month only; copied
/// @param media the media of the last 24 months that have any; null for none, as in checkpoints
///     that do not have them; copied
public record PostCounts(
    SortedMap<YearMonth, Long> months,
    @Nullable SortedMap<LocalDate, Long> days,
    @Nullable SortedMap<YearMonth, Long> media) {

  public static final PostCounts NONE =
      new PostCounts(
          Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());

  private static final int MONTHS_KEPT = 24;
  private static final int DAYS_KEPT = 7;

  public PostCounts {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    days =
        Collections.unmodifiableSortedMap(
            new TreeMap<>(Objects.requireNonNullElse(days, Collections.emptySortedMap())));
    media =
        Collections.unmodifiableSortedMap(
            new TreeMap<>(Objects.requireNonNullElse(media, Collections.emptySortedMap())));
  }

  /// Posts read in the UTC month of a time.
  public long inMonthOf(Instant time) {
    return months.getOrDefault(month(time), 0L);
  }

  /// Posts read on the UTC day of a time.
  public long onDayOf(Instant time) {
    return days.getOrDefault(day(time), 0L);
  }

  /// Posts read in all months that are kept.
  public long total() {
    return sum(months);
  }

  /// Media read in all months that are kept.
  public long totalMedia() {
    return sum(media);
  }

  /// Posts read since an earlier state.
  public long since(PostCounts earlier) {
    return more(months, earlier.months);
  }

  /// Media read since an earlier state.
  public long mediaSince(PostCounts earlier) {
    return more(media, earlier.media);
  }

  private static long sum(SortedMap<YearMonth, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long more(SortedMap<YearMonth, Long> counts, SortedMap<YearMonth, Long> earlier) {
    return counts.entrySet().stream()
        .mapToLong(month -> month.getValue() - earlier.getOrDefault(month.getKey(), 0L))
        .sum();
  }

  /// With the posts and media of a page, in the month and on the day in which it was asked for.
  PostCounts plus(PageMetadata page) {
    Integer posts = page.contents().posts();
    if (posts == null || posts == 0) {
      return this;
    }
    Instant time = page.request().requestedAt();
    Integer more = page.contents().media();
    return new PostCounts(
        plus(months, month(time), posts, MONTHS_KEPT),
        plus(days, day(time), posts, DAYS_KEPT),
        more == null || more == 0 ? media : plus(media, month(time), more, MONTHS_KEPT));
  }

  private static <T extends Comparable<? super T>> SortedMap<T, Long> plus(
      SortedMap<T, Long> counts, T when, long posts, int kept) {
    SortedMap<T, Long> more = new TreeMap<>(counts);
    more.merge(when, posts, Long::sum);
    while (more.size() > kept) {
      more.remove(more.firstKey());
    }
    return more;
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atZone(ZoneOffset.UTC));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
