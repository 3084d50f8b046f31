package dev.fedbytweets.tables.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.ForeignDeletes;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.silver.MergeLake;
import dev.fedbytweets.tables.silver.RandomPosts;
import dev.fedbytweets.tables.silver.SilverTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Maintenance that is killed at any operation and run again leaves the same lake as an undisturbed
/// one, with the same files.
class MaintenanceFaultsTest {

  private static final MaintenanceSettings SETTINGS =
      new MaintenanceSettings(2, Duration.ofDays(7), 2, Duration.ofDays(7), 1, Duration.ofDays(3));

  /// Old enough for everything: also what an attempt left behind that was killed.
  private static final InstantSource IN_EIGHT_DAYS = in(Duration.ofDays(8));

  private final List<Tweet> rows = RandomPosts.rows(7);

  @ParameterizedTest
  @EnumSource
  void everyOperationMayBreakInBronze(Moment moment) {
    everyOperationMayBreak(moment, BronzeDefinitions.TWEETS);
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationMayBreakInSilver(Moment moment) {
    everyOperationMayBreak(moment, SilverDefinitions.TWEETS);
  }

  private <R extends Record> void everyOperationMayBreak(
      Moment moment, TableDefinition<R> definition) {
    MergeLake undisturbed = lake();
    undisturbed.faults().heal();
    maintain(undisturbed, definition);
    List<String> operations = undisturbed.faults().operations();
    int files = undisturbed.files().size();
    List<R> expected = undisturbed.rows(definition);

    for (int operation = 0; operation < operations.size(); operation++) {
      if (isReading(operations.get(operation))) {
        continue;
      }
      MergeLake lake = lake();
      lake.faults().breakOperation(operation, moment);
      killed(lake, definition);
      String broken = lake.faults().operations().get(operation);
      lake.faults().heal();
      maintain(lake, definition);

      String where = "%s %s (%d)".formatted(moment, broken, operation);
      assertThat(lake.rows(definition)).as(where).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(positions(lake)).as(where).isEqualTo(positions(undisturbed));
      assertThat(reach(lake)).as(where).isEqualTo(reach(undisturbed));
      assertThat(TableContents.files(lake.table(definition)))
          .as(where)
          .hasSameSizeAs(TableContents.files(undisturbed.table(definition)));
      assertThat(lake.files()).as(where).hasSize(files);
    }
    assertThat(operations).hasSizeGreaterThan(40);
  }

  /// To be killed while reading is to be killed before the next change.
  private static boolean isReading(String operation) {
    return operation.startsWith("open")
        || operation.startsWith("refresh")
        || operation.startsWith("list");
  }

  /// Three commits of bronze and two of silver, and rows that another engine deleted.
  private MergeLake lake() {
    MergeLake lake = new MergeLake();
    int third = rows.size() / 3;
    lake.tweetsToBronze(rows.subList(0, third));
    lake.mergeTweets();
    lake.tweetsToBronze(rows.subList(third, 2 * third));
    lake.tweetsToBronze(rows.subList(2 * third, rows.size()));
    lake.mergeTweets();
    Object deleted = lake.tweets().getFirst().id();
    ForeignDeletes.POSITION_DELETES.delete(lake.table(SilverDefinitions.TWEETS), deleted::equals);
    return lake;
  }

  private static void killed(MergeLake lake, TableDefinition<?> definition) {
    try {
      maintain(lake, definition);
    } catch (FaultInjector.Killed | RetryableException _) {
      // As it is meant to be.
    }
  }

  private static void maintain(MergeLake lake, TableDefinition<?> definition) {
    run(lake, definition, IN_EIGHT_DAYS);
  }

  private static void run(MergeLake lake, TableDefinition<?> definition, InstantSource clock) {
    Table table = lake.table(definition);
    new TableMaintenance(
            table,
            definition.equals(BronzeDefinitions.TWEETS) ? reach(lake) : Long.MAX_VALUE,
            SETTINGS,
            clock)
        .run(Instant.MAX);
  }

  private static long reach(MergeLake lake) {
    return SilverTable.reach(
        lake.table(SilverDefinitions.TWEETS), lake.table(BronzeDefinitions.TWEETS));
  }

  private static String positions(MergeLake lake) {
    return new BronzeTable<>(BronzeDefinitions.TWEETS, lake.table(BronzeDefinitions.TWEETS))
        .positions()
        .toString();
  }

  private static InstantSource in(Duration time) {
    return InstantSource.fixed(Instant.now().plus(time));
  }
}
