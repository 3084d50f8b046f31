package dev.fedbytweets.togold.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Numbers of days that can be added up, by subject and language.
final class DaySums {

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
    RangeSums sums = new RangeSums(span, days);
    return new PageSeries(
        line.subject,
        line.lang,
        Arrays.stream(days).skip(span.days() - span.dailyBins()).map(day).toList(),
        sums.weeks().stream().map(week -> several.apply(line.lang, week.clone())).toList(),
        sums.ranges().stream().map(total -> several.apply(line.lang, total.clone())).toList());
  }

  private double total(Line line) {
    return Arrays.stream(lines.getOrDefault(line, new double[0][numbers]))
        .mapToDouble(day -> day[0])
        .sum();
  }
}
