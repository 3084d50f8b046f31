package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DaysAtOnceTest {

  @Test
  void aWeekIsWrittenAtOnceHoweverManyRowsItHas() {
    assertThat(DaysAtOnce.plan(days(7, 100_000_000L))).hasSize(1);
  }

  @Test
  void manyDaysAreWrittenInGroupsThatFit() {
    List<DaysAtOnce> groups = DaysAtOnce.plan(days(730, 680));

    assertThat(groups).hasSizeBetween(20, 30);
    for (int day = 0; day < 730; day++) {
      int wanted = day;
      assertThat(groups.stream().filter(group -> group.contains(wanted))).hasSize(1);
    }
  }

  @Test
  void nothingIsNoGroup() {
    assertThat(DaysAtOnce.plan(new TreeMap<>())).isEmpty();
  }

  private static TreeMap<Integer, Long> days(int days, long rows) {
    return IntStream.range(0, days)
        .boxed()
        .collect(Collectors.toMap(day -> day, day -> rows, (a, b) -> a, TreeMap::new));
  }
}
