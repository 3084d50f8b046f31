package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayRangeTest {

  @Test
  void aWeekIsWrittenAtOnceHoweverManyRowsItHas() {
    assertThat(DayRange.divide(days(7, 100_000_000L))).hasSize(1);
  }

  @Test
  void manyDaysAreWrittenInBatchesThatFit() {
    List<DayRange> batches = DayRange.divide(days(730, 680));

    assertThat(batches).hasSizeBetween(20, 30);
    for (int day = 0; day < 730; day++) {
      int wanted = day;
      assertThat(batches.stream().filter(batch -> batch.contains(wanted))).hasSize(1);
    }
  }

  @Test
  void nothingIsNoBatch() {
    assertThat(DayRange.divide(new TreeMap<>())).isEmpty();
  }

  private static SortedMap<Integer, Long> days(int days, long rows) {
    return IntStream.range(0, days)
        .boxed()
        .collect(Collectors.toMap(day -> day, day -> rows, (a, b) -> a, TreeMap::new));
  }
}
