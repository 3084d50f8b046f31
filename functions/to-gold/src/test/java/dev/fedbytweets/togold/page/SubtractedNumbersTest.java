package dev.fedbytweets.togold.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.togold.page.WordCounts.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page shows of one thing, less what it shows of a part of it, is nothing or at least
/// five.
class SubtractedNumbersTest {

  private static final int SUBJECTS = 3;
  private static final int TIMES = 300;

  @Test
  void aSubjectIsNotInAllSubjectsIfItIsHidden() {
    WordCounts counts = new WordCounts(2, List.of(new Window(0, 9)));
    counts.add(0, 1, "Quiet Harbor", 2);
    counts.add(1, 1, "Quiet Harbor", 5);

    assertThat(IntStream.range(0, 3).mapToLong(place -> counts.posts(place, 0, "Quiet Harbor")))
        .containsExactly(5L, -1L, 5L);
    assertThat(counts.sum(0, 0)).isEqualTo(5);
  }

  @Test
  void aDayIsNotInALongerRangeIfItIsHidden() {
    WordCounts counts = new WordCounts(1, List.of(new Window(1, 8), new Window(0, 8)));
    counts.add(0, 0, "Quiet Harbor", 1);
    counts.add(0, 5, "Quiet Harbor", 11);

    assertThat(counts.posts(1, 0, "Quiet Harbor")).isEqualTo(11);
    assertThat(counts.posts(1, 1, "Quiet Harbor")).isEqualTo(11);
    assertThat(counts.sum(1, 1)).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 9, 20, 33, 40, 50, 100, 180})
  void wordsCannotBeSubtracted(int days) {
    PageSpan span = new PageSpan(LocalDate.of(2026, 6, 1), days);
    for (int time = 0; time < TIMES; time++) {
      List<Window> windows = windows(span, time % 2 == 0);
      WordCounts counts = new WordCounts(SUBJECTS, windows);
      Random random = new Random(time);
      int often = 1 + random.nextInt(days);
      for (int i = 0; i < often; i++) {
        counts.add(random.nextInt(SUBJECTS), random.nextInt(days), "word", random.nextInt(8));
      }
      for (int window = 0; window < windows.size(); window++) {
        for (int place = 0; place <= SUBJECTS; place++) {
          long posts = counts.posts(place, window, "word");
          assertCannotBeSubtracted(counts.posts(0, window, "word"), posts);
          for (int longer = 0; longer < windows.size(); longer++) {
            if (isIn(windows.get(window), windows.get(longer))) {
              assertCannotBeSubtracted(counts.posts(place, longer, "word"), posts);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 9, 20, 33, 40, 50, 100, 180})
  void daysAndWeeksCannotBeSubtracted(int days) {
    PageSpan span = new PageSpan(LocalDate.of(2026, 6, 1), days);
    for (int time = 0; time < TIMES; time++) {
      Random random = new Random(time);
      DayPosts posts = new DayPosts(span, SUBJECTS);
      DaySums sums = new DaySums(span, 1);
      int most = 2 + random.nextInt(8);
      for (int subject = 0; subject < SUBJECTS; subject++) {
        for (int day = 0; day < days; day++) {
          int number = random.nextInt(most);
          posts.add(subject, day, number);
          sums.add(subject, "", day, (double) number);
        }
      }
      List<List<Long>> totals = posts.totals();
      List<PageSeries> lines =
          sums.series(SubtractedNumbersTest::bin, (_, several) -> bin(several));
      for (int subject = 0; subject < SUBJECTS; subject++) {
        int place = subject + 1;
        List<Long> ranges = totals.stream().map(range -> range.get(place)).toList();
        assertThat(lines.get(subject).totals()).extracting(List::getFirst).isEqualTo(ranges);
        assertCannotBeSubtracted(ranges.getLast(), shown(posts.shown().get(place).stream()));
        assertCannotBeSubtracted(
            ranges.getLast(), shown(lines.get(subject).weekly().stream().map(List::getFirst)));
      }
      for (int range = 0; range < totals.size(); range++) {
        for (int place = 0; place <= SUBJECTS; place++) {
          assertCannotBeSubtracted(totals.get(range).getFirst(), totals.get(range).get(place));
          for (List<Long> longer : totals.subList(range, totals.size())) {
            assertCannotBeSubtracted(longer.get(place), totals.get(range).get(place));
          }
        }
      }
    }
  }

  private static List<Window> windows(PageSpan span, boolean compared) {
    List<Window> windows = new ArrayList<>();
    for (PageRange range : span.ranges()) {
      int days = compared ? range.compared() : range.days();
      windows.add(new Window(span.days() - days, span.days()));
      if (compared) {
        windows.add(new Window(Math.max(0, span.days() - 2 * days), span.days() - days));
      }
    }
    return windows;
  }

  private static boolean isIn(Window one, Window other) {
    return one.from() >= other.from() && one.to() <= other.to();
  }

  private static List<Long> bin(double[] sums) {
    return List.of(SmallNumbers.of(Math.round(sums[0])));
  }

  private static long shown(Stream<Long> counts) {
    return counts.mapToLong(Long::longValue).filter(count -> count > 0).sum();
  }

  private static void assertCannotBeSubtracted(long whole, long part) {
    if (whole > 0 && part > 0) {
      assertThat(whole - part).matches(rest -> rest == 0 || rest >= 5, "nothing or at least five");
    }
  }
}
