package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.tables.silver.Key.NumberKey;
import dev.fedbytweets.tables.silver.Key.TextKey;
import org.junit.jupiter.api.Test;

class LatestIncomingTest {

  private static final int UNPARTITIONED = LatestIncoming.UNPARTITIONED;

  private final LatestIncoming latest = new LatestIncoming();

  @Test
  void keepsTheLatestRowAndTheFirstTimeOfEachKey() {
    NumberKey coffee = new NumberKey(5, "coffee");
    NumberKey tea = new NumberKey(5, "tea");
    latest.add(coffee, RowVersion.incoming(true, true, 20, "b"), 0, 7);
    latest.add(coffee, RowVersion.incoming(true, true, 10, "c"), 1, 7);
    latest.add(coffee, RowVersion.incoming(true, true, 20, "a"), 2, 7);
    latest.add(tea, RowVersion.incoming(true, true, 30, "a"), 3, 8);

    int key = latest.find(coffee);
    assertThat(latest.size()).isEqualTo(2);
    assertThat(latest.row(key)).isZero();
    assertThat(latest.version(key)).isEqualTo(new RowVersion(true, true, 20, "b", 10));
    assertThat(latest.partitionDay(key)).isEqualTo(7);
    assertThat(latest.row(latest.find(tea))).isEqualTo(3);
    assertThat(latest.find(new NumberKey(5, "milk"))).isNegative();
    assertThat(latest.find(new NumberKey(5, null))).isNegative();
    assertThat(latest.find(new NumberKey(6, "tea"))).isNegative();
  }

  @Test
  void theDayIsThatOfTheLatestRow() {
    NumberKey key = new NumberKey(5, "coffee");
    latest.add(key, RowVersion.incoming(true, true, 20, "a"), 0, 7);
    latest.add(key, RowVersion.incoming(true, true, 30, "a"), 1, 8);
    latest.add(key, RowVersion.incoming(true, true, 10, "a"), 2, 9);

    assertThat(latest.partitionDay(latest.find(key))).isEqualTo(8);
  }

  @Test
  void keysMayBeTexts() {
    latest.add(new TextKey("0a"), RowVersion.incoming(true, true, 1, "a"), 0, UNPARTITIONED);
    latest.add(new TextKey("0b"), RowVersion.incoming(true, true, 1, "a"), 1, UNPARTITIONED);
    latest.add(new TextKey("0a"), RowVersion.incoming(true, true, 2, "a"), 2, UNPARTITIONED);

    assertThat(latest.row(latest.find(new TextKey("0a")))).isEqualTo(2);
    assertThat(latest.row(latest.find(new TextKey("0b")))).isEqualTo(1);
    assertThat(latest.find(new TextKey("0c"))).isNegative();
  }

  @Test
  void rowsAreInsertedUnlessTheStoredRowWins() {
    latest.add(new NumberKey(1, null), RowVersion.incoming(true, true, 20, "a"), 0, UNPARTITIONED);
    latest.add(new NumberKey(2, null), RowVersion.incoming(true, true, 20, "a"), 1, UNPARTITIONED);

    latest.keepStored(1);
    latest.setFirstRetrievedAt(0, 5);

    assertThat(latest.isInserted(0)).isTrue();
    assertThat(latest.isInserted(1)).isFalse();
    assertThat(latest.inserts()).isEqualTo(1);
    assertThat(latest.version(0).firstRetrievedAt()).isEqualTo(5);
  }
}
