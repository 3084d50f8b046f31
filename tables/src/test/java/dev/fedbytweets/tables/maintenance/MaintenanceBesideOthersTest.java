package dev.fedbytweets.tables.maintenance;

import static dev.fedbytweets.tables.maintenance.MaintainedLake.FIVE_FILES;
import static dev.fedbytweets.tables.maintenance.MaintainedLake.SECOND_RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.tables.ForeignDeletes;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Others commit to the table while it is maintained.
class MaintenanceBesideOthersTest {

  private final MaintainedLake lake = new MaintainedLake();
  private final MergeLake tables = lake.lake();

  @Test
  void anAppendThatComesInBetweenIsNotTakenBack() {
    lake.commitPosts(6);
    tables.mergeTweets();
    List<Runnable> between = new ArrayList<>(List.of(() -> lake.commitPosts(1)));
    lake.at(onceBetween(between));

    MaintenanceReport report = lake.maintainBronze();

    assertThat(between).isEmpty();
    assertThat(report.filesBefore()).isEqualTo(6);
    assertThat(lake.positions().toString()).isEqualTo("coffee=1/7");
    assertThat(tables.rows(BronzeDefinitions.TWEETS)).hasSize(7);
    assertThat(tables.mergeTweets(SECOND_RUN).read()).isEqualTo(1);
  }

  @Test
  void aMergeThatReplacesTheSameFilesMakesItStartOver() {
    lake.commitPosts(6);
    tables.mergeTweets();
    Object deleted = tables.tweets().getFirst().id();
    ForeignDeletes.POSITION_DELETES.delete(tables.table(SilverDefinitions.TWEETS), deleted::equals);
    lake.commitPosts(1);
    List<Runnable> between = new ArrayList<>(List.of(() -> tables.mergeTweets(SECOND_RUN)));
    lake.at(onceBetween(between));

    lake.maintain(SilverDefinitions.TWEETS, FIVE_FILES);

    assertThat(between).isEmpty();
    assertThat(tables.tweets()).hasSize(6);
    assertThat(lake.reach())
        .isEqualTo(tables.table(BronzeDefinitions.TWEETS).currentSnapshot().sequenceNumber());
  }

  /// A clock at whose second look something else happens: the plan is made by then, and nothing is
  /// committed yet.
  private static InstantSource onceBetween(List<Runnable> waiting) {
    List<Instant> looks = new ArrayList<>();
    return () -> {
      looks.add(Instant.now());
      if (looks.size() == 2) {
        waiting.forEach(Runnable::run);
        waiting.clear();
      }
      return Instant.now();
    };
  }
}
