package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.WordCounts.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How many posts of each subject and day there are.
final class DayPosts {

  private final PageSpan span;
  private final long[][] posts;

  DayPosts(PageSpan span, int subjects) {
    this.span = span;
    this.posts = new long[subjects + 1][span.days()];
  }

  /// @param subject its number in the model
  /// @param day from 0
  void add(int subject, int day, long more) {
    posts[0][day] += more;
    posts[subject + 1][day] += more;
  }

  /// Posts of some days, without what would give away a day that is not shown.
  ///
  /// @param place 0 for all subjects, or a subject's number and 1
  long in(int place, Window days) {
    return place > 0
        ? Math.round(of(place, days)[0])
        : IntStream.range(1, posts.length).mapToLong(other -> in(other, days)).sum();
  }

  /// By subject and day, as they may be shown. All subjects come first: what is hidden of one is
  /// not in their sum, so that nobody can subtract it.
  List<List<Long>> shown() {
    List<List<Long>> bySubject =
        Arrays.stream(posts)
            .skip(1)
            .map(days -> Arrays.stream(days).mapToObj(SmallNumbers::of).toList())
            .toList();
    List<Long> all =
        IntStream.range(0, span.days())
            .mapToObj(day -> SmallNumbers.sum(bySubject.stream().map(row -> row.get(day)).toList()))
            .toList();
    return Stream.concat(Stream.of(all), bySubject.stream()).toList();
  }

  /// By range and subject, with all subjects first, as they may be shown.
  List<List<Long>> totals() {
    List<List<Long>> bySubject = IntStream.range(1, posts.length).mapToObj(this::totals).toList();
    return IntStream.range(0, span.ranges().size())
        .mapToObj(range -> bySubject.stream().map(totals -> totals.get(range)).toList())
        .map(totals -> Stream.concat(Stream.of(SmallNumbers.sum(totals)), totals.stream()).toList())
        .toList();
  }

  private List<Long> totals(int place) {
    double[][] days =
        Arrays.stream(posts[place])
            .mapToObj(day -> new double[] {(double) day})
            .toArray(double[][]::new);
    return new RangeSums(span, days)
        .ranges().stream().map(total -> SmallNumbers.of(Math.round(total[0]))).toList();
  }

  private double[] of(int place, Window days) {
    return days.from() == days.to()
        ? new double[1]
        : SmallNumbers.together(
            Arrays.stream(posts[place], days.from(), days.to())
                .mapToObj(day -> new double[] {(double) day})
                .toList());
  }

  /// Posts of the last day.
  long onLastDay(int place) {
    return posts[place][span.days() - 1];
  }
}
