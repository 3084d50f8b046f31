package dev.fedbytweets.togold.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Sums of days as they may be shown beside each other: weeks, if lines are drawn by weeks, and
/// ranges of these weeks or days. Nobody can subtract some from others and find a small number.
final class RangeSums {

  private static final int DAYS_OF_WEEK = 7;

  private final PageSpan span;
  private final double[][] days;
  private final List<double[]> weeks;

  /// @param days the first number of each is its count of posts
  RangeSums(PageSpan span, double[][] days) {
    this.span = span;
    this.days = days;
    this.weeks =
        IntStream.range(0, span.weeklyBins())
            .mapToObj(week -> SmallNumbers.together(week(week)))
            .toList();
  }

  private List<double[]> week(int week) {
    return span.week(week).mapToObj(day -> days[day]).toList();
  }

  List<double[]> weeks() {
    return weeks;
  }

  /// A range is what the shorter one has, and the days or weeks before.
  List<double[]> ranges() {
    List<double[]> units = weeks.isEmpty() ? Arrays.asList(days) : weeks;
    int daysOfUnit = weeks.isEmpty() ? 1 : DAYS_OF_WEEK;
    List<double[]> rings = new ArrayList<>();
    int end = units.size();
    for (PageRange range : span.ranges()) {
      int from = units.size() - Math.ceilDiv(range.days(), daysOfUnit);
      rings.add(SmallNumbers.together(units.subList(from, end)));
      end = from;
    }
    return SmallNumbers.growing(rings);
  }
}
