package dev.fedbytweets.tables.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.tables.ForeignDeletes;
import dev.fedbytweets.tables.TableLake;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.LocalDate;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

class DayTableTest {

  private static final TableDefinition<DayHashtag> TABLE = GoldDefinitions.TOP_HASHTAGS_BY_DAY;
  private static final RunName RUN = new RunName("run-1");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-31");
  private static final LocalDate SECOND = LocalDate.parse("2026-11-01");
  private static final LocalDate THIRD = LocalDate.parse("2026-11-30");

  private final TableLake lake = new TableLake();

  @Test
  void rowsOfADayAreReplacedAndOthersStay() {
    replace(FIRST, row(FIRST, "tea", 3));
    replace(SECOND, row(SECOND, "tea", 4), row(SECOND, "coffee", 2));
    replace(THIRD, row(THIRD, "tea", 5));

    replace(SECOND, row(SECOND, "coffee", 7));

    assertThat(lake.rows(TABLE))
        .containsExactlyInAnyOrder(
            row(FIRST, "tea", 3), row(SECOND, "coffee", 7), row(THIRD, "tea", 5));
    assertThat(files()).as("one file for each month").hasSize(2);
  }

  @Test
  void aFileOfAnotherMonthIsNotTouched() {
    replace(FIRST, row(FIRST, "tea", 3));
    List<String> october = files();

    replace(SECOND, row(SECOND, "tea", 4));

    assertThat(files()).containsAll(october);
  }

  @Test
  void aDayWithoutRowsGoes() {
    replace(SECOND, row(SECOND, "tea", 4));

    replace(SECOND);

    assertThat(lake.rows(TABLE)).isEmpty();
  }

  @Test
  void whereNothingIsNothingIsCommitted() {
    replace(SECOND);

    assertThat(lake.table(TABLE).currentSnapshot()).isNull();
  }

  @Test
  void whoeverCommitsFirstWins() {
    try (DayTable<DayHashtag> slow = open()) {
      slow.replace(SECOND);
      slow.add(row(SECOND, "slow", 1));
      replace(SECOND, row(SECOND, "fast", 2));

      assertThatThrownBy(() -> slow.commit(RUN))
          .isInstanceOf(RetryableException.class)
          .hasMessageContaining("gold.top_hashtags_by_day");
    }
    assertThat(lake.rows(TABLE)).containsExactly(row(SECOND, "fast", 2));
  }

  @Test
  void whatAnotherEngineDeletedStaysDeleted() {
    replace(SECOND, row(SECOND, "tea", 4), row(SECOND, "coffee", 2));
    ForeignDeletes.POSITION_DELETES.delete(lake.table(TABLE), key -> true);

    replace(THIRD, row(THIRD, "tea", 5));

    assertThat(lake.rows(TABLE)).containsExactly(row(THIRD, "tea", 5));
  }

  @Test
  void aRowOfAnotherDayIsRefused() {
    try (DayTable<DayHashtag> table = open()) {
      table.replace(SECOND);

      assertThatThrownBy(() -> table.add(row(THIRD, "tea", 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2026-11-30");
    }
  }

  private void replace(LocalDate day, DayHashtag... rows) {
    try (DayTable<DayHashtag> table = open()) {
      table.replace(day);
      List.of(rows).forEach(table::add);
      table.commit(RUN);
    }
  }

  private DayTable<DayHashtag> open() {
    return DayTable.open(lake.tables(), TABLE, DayHashtag::day);
  }

  private List<String> files() {
    Table table = lake.table(TABLE);
    return dev.fedbytweets.tables.TableContents.files(table).stream()
        .map(Object::toString)
        .toList();
  }

  private static DayHashtag row(LocalDate day, String hashtag, long posts) {
    return new DayHashtag(day, "coffee", hashtag, 1, posts);
  }
}
