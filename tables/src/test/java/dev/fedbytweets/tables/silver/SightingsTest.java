package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SightingsTest {

  private final Sightings sightings = new Sightings();

  @Test
  void theNewestRowAndTheFirstTimeAreKept() {
    sightings.add(new Key(5L, "coffee"), new Look(20, "b"), 0, 7);
    sightings.add(new Key(5L, "coffee"), new Look(10, "c"), 1, 7);
    sightings.add(new Key(5L, "coffee"), new Look(20, "a"), 2, 7);
    sightings.add(new Key(5L, "tea"), new Look(30, "a"), 3, 8);

    int coffee = sightings.find(5L, "coffee");
    assertThat(sightings.size()).isEqualTo(2);
    assertThat(sightings.row(coffee)).isZero();
    assertThat(sightings.firstRetrievedAt(coffee)).isEqualTo(10);
    assertThat(sightings.day(coffee)).isEqualTo(7);
    assertThat(sightings.row(sightings.find(5L, "tea"))).isEqualTo(3);
    assertThat(sightings.find(5L, "milk")).isNegative();
    assertThat(sightings.find(6L, "tea")).isNegative();
  }

  @Test
  void keysMayBeTexts() {
    sightings.add(new Key("0a", null), new Look(1, "a"), 0, Sightings.NO_DAY);
    sightings.add(new Key("0b", null), new Look(1, "a"), 1, Sightings.NO_DAY);
    sightings.add(new Key("0a", null), new Look(2, "a"), 2, Sightings.NO_DAY);

    assertThat(sightings.row(sightings.find("0a"))).isEqualTo(2);
    assertThat(sightings.row(sightings.find("0b"))).isEqualTo(1);
    assertThat(sightings.find("0c")).isNegative();
  }

  @Test
  void whatSilverHasDecidesWhatChanges() {
    sightings.add(new Key(1L, null), new Look(20, "a"), 0, 0);
    sightings.add(new Key(2L, null), new Look(20, "a"), 1, 0);
    sightings.add(new Key(3L, null), new Look(20, "a"), 2, 0);
    sightings.add(new Key(4L, null), new Look(20, "a"), 3, 0);

    assertThat(sightings.meet(0, new Look(10, "z"), 5)).isTrue();
    assertThat(sightings.meet(1, new Look(30, "a"), 5)).isFalse();
    assertThat(sightings.meet(2, new Look(30, "a"), 25)).isTrue();

    assertThat(sightings.isOutdated(0)).isFalse();
    assertThat(sightings.isOutdated(1)).isTrue();
    assertThat(sightings.isOutdated(2)).isTrue();
    assertThat(sightings.firstRetrievedAt(0)).isEqualTo(5);
    assertThat(sightings.firstRetrievedAt(2)).isEqualTo(20);
    assertThat(sightings.news()).isEqualTo(2);
  }
}
