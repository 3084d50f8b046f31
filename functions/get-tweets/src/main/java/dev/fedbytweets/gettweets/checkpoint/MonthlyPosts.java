package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many posts of a subject were read in each UTC month.
///
/// @param byMonth the last 24 months that have any; copied
public record MonthlyPosts(SortedMap<YearMonth, Long> byMonth) {

  public static final MonthlyPosts NONE = new MonthlyPosts(Collections.emptySortedMap());

  private static final int MONTHS_KEPT = 24;

  public MonthlyPosts {
    byMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byMonth));
  }

  /// Posts read in the UTC month of a time.
  public long in(Instant time) {
    return byMonth.getOrDefault(month(time), 0L);
  }

  /// Posts read in all months that are kept.
  public long total() {
    return byMonth.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Posts read since an earlier state.
  public long since(MonthlyPosts earlier) {
    return byMonth.entrySet().stream()
        .mapToLong(month -> month.getValue() - earlier.byMonth.getOrDefault(month.getKey(), 0L))
        .sum();
  }

  /// With the posts of a page, in the month in which it was asked for.
  MonthlyPosts plus(PageMetadata page) {
    Integer posts = page.contents().posts();
    if (posts == null || posts == 0) {
      return this;
    }
    SortedMap<YearMonth, Long> counted = new TreeMap<>(byMonth);
    counted.merge(month(page.request().requestedAt()), posts.longValue(), Long::sum);
    while (counted.size() > MONTHS_KEPT) {
      counted.remove(counted.firstKey());
    }
    return new MonthlyPosts(counted);
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atZone(ZoneOffset.UTC));
  }
}
