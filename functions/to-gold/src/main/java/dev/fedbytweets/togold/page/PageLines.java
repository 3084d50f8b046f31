package dev.fedbytweets.togold.page;

import dev.fedbytweets.core.model.DayEngagement;
import dev.fedbytweets.core.model.DaySentiment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the lines of the page: sentiment and engagement by day, week and range.
final class PageLines {

  private static final int MOST_LANGUAGES = 4;
  private static final double PER_MILLE = 1000;

  private final PageSpan span;
  private final PageSubjects subjects;
  private final MoodShares shares;
  private final PageLimits limits;

  /// @param shares estimates shares of days that are shown together
  PageLines(PageSpan span, PageSubjects subjects, MoodShares shares) {
    this.span = span;
    this.subjects = subjects;
    this.shares = shares;
    this.limits = PageLimits.of(subjects.shown().size());
  }

  /// Sentiment by subject and language, as the model has it.
  List<PageSeries> sentiment(List<DaySentiment> rows) {
    DaySums sums = new DaySums(span, 13);
    for (DaySentiment row : rows) {
      if (span.contains(row.day()) && row.scored() > 0) {
        double weight = row.scored();
        subjects.at(
            row.subject(),
            i ->
                sums.add(
                    i,
                    PageWords.clean(row.lang()),
                    span.index(row.day()),
                    weight,
                    (double) row.negative(),
                    (double) row.neutral(),
                    (double) row.positive(),
                    weight * or0(row.negativeShare()),
                    weight * or0(row.negativeLow()),
                    weight * or0(row.negativeHigh()),
                    weight * or0(row.neutralShare()),
                    weight * or0(row.neutralLow()),
                    weight * or0(row.neutralHigh()),
                    weight * or0(row.positiveShare()),
                    weight * or0(row.positiveLow()),
                    weight * or0(row.positiveHigh())));
      }
    }
    return most(sums.series(PageLines::sentimentBin, this::pooledBin));
  }

  /// The lines that have enough posts to be shown: those of most posts, in the order of subjects.
  private List<PageSeries> most(List<PageSeries> all) {
    Map<Integer, Integer> languages = new HashMap<>();
    List<PageSeries> enough =
        all.stream()
            .filter(line -> line.totals().getLast().getFirst() > 0)
            .filter(line -> languages.merge(line.subject(), 1, Integer::sum) <= MOST_LANGUAGES)
            .toList();
    List<PageSeries> kept = new ArrayList<>(enough);
    kept.sort(
        Comparator.comparingLong((PageSeries line) -> line.totals().getLast().getFirst())
            .reversed());
    List<PageSeries> most = kept.subList(0, Math.min(limits.panels(), kept.size()));
    return enough.stream().filter(most::contains).toList();
  }

  private List<Long> pooledBin(String lang, double[] sums) {
    if (sums[0] >= SmallNumbers.SHOWN) {
      List<Long> counts = Stream.of(sums[1], sums[2], sums[3]).map(Math::round).toList();
      List<Double> pooled = shares.of(lang, counts);
      for (int i = 0; i < pooled.size(); i++) {
        sums[4 + i] = sums[0] * pooled.get(i);
      }
    }
    return sentimentBin(sums);
  }

  private static List<Long> sentimentBin(double[] sums) {
    List<Long> bin = bin(sums, 4, PER_MILLE);
    if (bin.lastIndexOf(SmallNumbers.HIDDEN) > 0) {
      Collections.fill(bin.subList(1, 4), SmallNumbers.WITHHELD);
    }
    return bin;
  }

  /// Engagement by subject, as the model has it.
  List<PageSeries> engagement(List<DayEngagement> rows) {
    DaySums sums = new DaySums(span, 6);
    for (DayEngagement row : rows) {
      if (span.contains(row.day())) {
        subjects.at(
            row.subject(),
            i ->
                sums.add(
                    i,
                    "",
                    span.index(row.day()),
                    (double) row.posts(),
                    (double) row.likes(),
                    (double) row.replies(),
                    (double) row.retweets(),
                    (double) row.quotes(),
                    (double) row.bookmarks()));
      }
    }
    return most(sums.series(day -> bin(day, 1, 100), (_, several) -> bin(several, 1, 100)));
  }

  /// What is shown of sums: the first ones, then the others for each post.
  ///
  /// @param counts how many are shown as they are
  /// @param factor by which the others are multiplied
  private static List<Long> bin(double[] sums, int counts, double factor) {
    long posts = SmallNumbers.of(Math.round(sums[0]));
    List<Long> bin = new ArrayList<>(List.of(posts));
    if (posts > 0) {
      for (int i = 1; i < sums.length; i++) {
        bin.add(
            i < counts
                ? SmallNumbers.of(Math.round(sums[i]))
                : Math.round(factor * sums[i] / sums[0]));
      }
    }
    return bin;
  }

  private static double or0(@Nullable Double number) {
    return number == null ? 0 : number;
  }
}
