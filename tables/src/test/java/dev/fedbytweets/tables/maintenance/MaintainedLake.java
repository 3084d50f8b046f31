package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.silver.MergeLake;
import dev.fedbytweets.tables.silver.SilverTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Snapshot;

/// A lake in memory whose tables of posts are maintained.
final class MaintainedLake {

  static final RunName SECOND_RUN = new RunName("run-3");

  /// Only partitions with five small files are rewritten, whatever their day.
  static final MaintenanceSettings FIVE_FILES =
      new MaintenanceSettings(
          5, Duration.ofDays(36_500), 10, Duration.ofDays(7), 5, Duration.ofDays(3));

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private final MergeLake lake = new MergeLake();
  private InstantSource clock = InstantSource.system();
  private int posts;

  /// The tables themselves.
  MergeLake lake() {
    return lake;
  }

  /// Commits posts to bronze, each by itself; their texts are their numbers, from 1.
  void commitPosts(int count) {
    for (int commit = 0; commit < count; commit++) {
      posts++;
      lake.tweetsToBronze(
          List.of(
              Samples.tweet(
                  id(posts), null, "coffee", "page-" + posts, START, "" + posts, 1L, null)));
    }
  }

  static String id(int post) {
    return Long.toString(Snowflake.smallestAt(START.plusSeconds(post)));
  }

  /// What maintenance takes for the present from now on.
  void at(InstantSource later) {
    clock = later;
  }

  /// So many days after the commits that are made now.
  static InstantSource inDays(int days) {
    return InstantSource.fixed(Instant.now().plus(Duration.ofDays(days)));
  }

  /// Maintains bronze where five files are small.
  MaintenanceReport maintainBronze() {
    return maintain(BronzeDefinitions.TWEETS, FIVE_FILES);
  }

  MaintenanceReport maintain(TableDefinition<?> definition, MaintenanceSettings settings) {
    return maintenance(definition, settings).run(Instant.MAX);
  }

  TableMaintenance maintenance(TableDefinition<?> definition, MaintenanceSettings settings) {
    long upTo = definition.equals(BronzeDefinitions.TWEETS) ? reach() : Long.MAX_VALUE;
    return new TableMaintenance(lake.table(definition), upTo, settings, clock);
  }

  /// How far silver has read bronze.
  long reach() {
    return SilverTable.reach(
        lake.table(SilverDefinitions.TWEETS), lake.table(BronzeDefinitions.TWEETS));
  }

  /// Of bronze.
  Positions positions() {
    return new BronzeTable<>(BronzeDefinitions.TWEETS, lake.table(BronzeDefinitions.TWEETS))
        .positions();
  }

  int files(TableDefinition<?> definition) {
    return TableContents.files(lake.table(definition)).size();
  }

  /// Of bronze.
  List<Snapshot> snapshots() {
    List<Snapshot> snapshots = new ArrayList<>();
    lake.table(BronzeDefinitions.TWEETS).snapshots().forEach(snapshots::add);
    return snapshots;
  }

  /// The posts of an earlier state of bronze.
  int postsAt(Snapshot snapshot) {
    return TableContents.countAt(lake.table(BronzeDefinitions.TWEETS), snapshot);
  }
}
