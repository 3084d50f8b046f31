package dev.fedbytweets.processraw.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldCountsTest {

  @Test
  void addsUpPages() {
    FieldCounts counts = new FieldCounts();
    counts.add("data.a");

    counts.addAll(new TreeMap<>(Map.of("data.a", 2L, "users.b", 3L)));

    assertThat(counts.toMap()).isEqualTo(Map.of("data.a", 3L, "users.b", 3L));
  }

  @Test
  void keepsOneRestWhenPagesHaveOne() {
    FieldCounts counts = new FieldCounts();
    for (int i = 0; i < 120; i++) {
      counts.add("f" + i);
    }

    counts.addAll(Map.of("f0", 1L, "other", 5L, "more", 7L));

    assertThat(counts.toMap()).hasSize(101).containsEntry("f0", 2L).containsEntry("other", 32L);
  }

  @Test
  void cutsLongPathsToWellFormedOnes() {
    FieldCounts counts = new FieldCounts();

    counts.add("a".repeat(99) + "\uD83D\uDE00");

    assertThat(counts.toMap()).containsOnlyKeys("a".repeat(99) + "\uFFFD");
  }
}
