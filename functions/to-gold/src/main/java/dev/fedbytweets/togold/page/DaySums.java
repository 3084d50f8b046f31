package dev.fedbytweets.togold.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Numbers of days that can be added up, by subject and language.
final class DaySums {

  private static final int DAYS_OF_WEEK = 7;

  private final PageSpan span;
  private final int numbers;
  private final TreeMap<Line, double[][]> lines =
      new TreeMap<>(Comparator.comparing(Line::subject).thenComparing(Line::lang));

  private record Line(int subject, String lang) {}

  /// @param numbers how many a day has
  DaySums(PageSpan span, int numbers) {
    this.span = span;
    this.numbers = numbers;
  }

  /// Adds numbers to those of a day.
  ///
  /// @param day from 0
  void add(int subject, String lang, int day, double... more) {
    double[] sums =
        lines.computeIfAbsent(new Line(subject, lang), _ -> new double[span.days()][numbers])[day];
    for (int i = 0; i < numbers; i++) {
      sums[i] += more[i];
    }
  }

  /// The lines, by subject; of a subject those come first whose first number is larger.
  ///
  /// @param day makes of a day's numbers what is shown
  /// @param several makes it of a language and the sums of several days
  List<PageSeries> series(
      Function<double[], List<Long>> day, BiFunction<String, double[], List<Long>> several) {
    List<Line> order = new ArrayList<>(lines.keySet());
    order.sort(
        Comparator.comparing(Line::subject)
            .thenComparing(line -> -total(line))
            .thenComparing(Line::lang));
    return order.stream().map(line -> series(line, day, several)).toList();
  }

  private PageSeries series(
      Line line,
      Function<double[], List<Long>> day,
      BiFunction<String, double[], List<Long>> several) {
    double[][] days = lines.getOrDefault(line, new double[span.days()][numbers]);
    List<double[]> weeks =
        IntStream.range(0, span.weeklyBins()).mapToObj(week -> week(days, week)).toList();
    return new PageSeries(
        line.subject,
        line.lang,
        Arrays.stream(days).skip(span.days() - span.dailyBins()).map(day).toList(),
        weeks.stream().map(week -> several.apply(line.lang, week.clone())).toList(),
        totals(weeks.isEmpty() ? List.of(days) : weeks, weeks.isEmpty() ? 1 : DAYS_OF_WEEK).stream()
            .map(total -> several.apply(line.lang, total.clone()))
            .toList());
  }

  /// A range is what the shorter one has, and the days or weeks before.
  private List<double[]> totals(List<double[]> units, int daysOfUnit) {
    List<double[]> totals = new ArrayList<>();
    List<double[]> rings = new ArrayList<>();
    int end = units.size();
    for (PageRange range : span.ranges()) {
      int from = units.size() - Math.ceilDiv(range.days(), daysOfUnit);
      rings.add(SmallNumbers.together(units.subList(from, end)));
      totals.add(SmallNumbers.together(rings));
      end = from;
    }
    return totals;
  }

  private double[] week(double[][] days, int week) {
    return SmallNumbers.together(span.week(week).mapToObj(day -> days[day]).toList());
  }

  private double total(Line line) {
    return Arrays.stream(lines.getOrDefault(line, new double[0][numbers]))
        .mapToDouble(day -> day[0])
        .sum();
  }
}
