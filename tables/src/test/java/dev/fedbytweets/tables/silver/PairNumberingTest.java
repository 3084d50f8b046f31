package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Numbers pairs as a map of pairs would.
class PairNumberingTest {

  @Property(tries = 100)
  void pairsAreNumberedInTheirOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int different) {
    Random random = new Random(seed);
    PairNumbering index = new PairNumbering();
    Map<List<Number>, Integer> expected = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      long high = high(random, different);
      int low = random.nextInt(3) - 1;
      int number = expected.computeIfAbsent(List.of(high, low), pair -> expected.size());

      assertThat(index.add(high, low)).isEqualTo(number);
    }

    assertThat(index.size()).isEqualTo(expected.size());
    expected.forEach(
        (pair, number) ->
            assertThat(index.find(pair.get(0).longValue(), pair.get(1).intValue()))
                .isEqualTo(number));
    assertThat(index.find(1L << 40, 7)).isNegative();
  }

  /// Identifiers follow each other, or differ in their upper bits only.
  private static long high(Random random, int different) {
    long number = random.nextInt(different);
    return random.nextBoolean() ? number : number << 44;
  }
}
