package dev.fedbytweets.tables.maintenance;

import static dev.fedbytweets.tables.maintenance.MaintainedLake.FIVE_FILES;
import static dev.fedbytweets.tables.maintenance.MaintainedLake.SECOND_RUN;
import static dev.fedbytweets.tables.maintenance.MaintainedLake.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.PositionOutputStream;
import org.junit.jupiter.api.Test;

/// What is left of a table's past, and which files go.
class SnapshotExpiryTest {

  private final MaintainedLake lake = new MaintainedLake();
  private final MergeLake tables = lake.lake();

  @Test
  void afterAWeekFiveSnapshotsAndTheirFilesAreLeft() {
    lake.commitPosts(12);
    tables.mergeTweets();
    lake.maintainBronze();
    assertThat(lake.snapshots()).as("two of them rewrote files and manifests").hasSize(12 + 2);
    lake.at(inDays(8));

    MaintenancePlan plan = lake.maintenance(BronzeDefinitions.TWEETS, FIVE_FILES).plan();
    MaintenanceReport report = lake.maintainBronze();

    assertThat(plan.snapshots()).isEqualTo(9);
    assertThat(report.snapshots()).isEqualTo(9);
    assertThat(report.removals())
        .isEqualTo(plan.removals())
        .isNotEmpty()
        .extracting(RemovableFile::reason)
        .containsOnly(RemovableFile.Reason.EXPIRED_SNAPSHOT);
    assertThat(lake.snapshots()).hasSize(5);
    lake.snapshots().forEach(snapshot -> assertThat(lake.postsAt(snapshot)).isPositive());
    assertThat(tables.files())
        .doesNotContainAnyElementsOf(
            report.removals().stream().map(RemovableFile::location).toList());
    assertThat(lake.positions().toString()).isEqualTo("coffee=1/12");
    assertThat(tables.mergeTweets(SECOND_RUN).read()).isZero();
  }

  @Test
  void withinAWeekEverySnapshotCanBeRead() {
    lake.commitPosts(12);
    tables.mergeTweets();
    lake.at(inDays(6));

    lake.maintainBronze();

    assertThat(lake.snapshots().stream().map(lake::postsAt).toList())
        .containsExactlyElementsOf(
            IntStream.concat(IntStream.rangeClosed(1, 12), IntStream.of(12, 12)).boxed().toList());
  }

  @Test
  void theWatermarksOutliveTheCommitsOfOthers() {
    lake.commitPosts(2);
    tables.mergeTweets();
    for (int commit = 0; commit < 8; commit++) {
      tables.table(BronzeDefinitions.TWEETS).newAppend().commit();
      tables.table(SilverDefinitions.TWEETS).newAppend().commit();
    }
    long reach = lake.reach();
    lake.at(inDays(8));

    lake.maintainBronze();
    lake.maintain(SilverDefinitions.TWEETS, FIVE_FILES);

    assertThat(lake.snapshots()).hasSize(5);
    assertThat(lake.positions().toString()).isEqualTo("coffee=1/2");
    assertThat(lake.reach()).isEqualTo(reach).isPositive();
    assertThat(tables.mergeTweets(SECOND_RUN).read()).isZero();
  }

  @Test
  void aFileThatNothingNamesGoesAfterThreeDays() {
    lake.commitPosts(2);
    Table table = tables.table(BronzeDefinitions.TWEETS);
    String orphan = table.location() + "/data/import_date_day=2026-11-21/left-behind.parquet";
    writeFile(table, orphan);

    lake.at(inDays(2));
    MaintenanceReport early = lake.maintainBronze();
    lake.at(inDays(4));
    MaintenanceReport late = lake.maintainBronze();

    assertThat(early.removals()).isEmpty();
    assertThat(late.removals())
        .containsExactly(new RemovableFile(orphan, 4, RemovableFile.Reason.ORPHAN));
    assertThat(tables.files()).doesNotContain(orphan);
    assertThat(tables.rows(BronzeDefinitions.TWEETS)).hasSize(2);
  }

  @Test
  void nothingIsRemovedWhereSomebodySwitchedItOff() {
    lake.commitPosts(8);
    tables.mergeTweets();
    tables.table(BronzeDefinitions.TWEETS).updateProperties().set("gc.enabled", "false").commit();
    lake.at(inDays(8));

    MaintenanceReport report = lake.maintainBronze();

    assertThat(report.filesBefore()).isEqualTo(8);
    assertThat(report.snapshots()).isZero();
    assertThat(report.removals()).isEmpty();
  }

  @Test
  void aPlanChangesNothing() {
    lake.commitPosts(6);
    tables.mergeTweets();
    long snapshot = tables.table(BronzeDefinitions.TWEETS).currentSnapshot().snapshotId();
    lake.at(inDays(8));

    MaintenancePlan plan = lake.maintenance(BronzeDefinitions.TWEETS, FIVE_FILES).plan();

    assertThat(plan.groups()).hasSize(1);
    assertThat(plan.groups().getFirst().files()).hasSize(6);
    assertThat(plan.groups().getFirst().reason()).isEqualTo(FileGroup.Reason.SMALL_FILES);
    assertThat(plan.removals()).isNotEmpty();
    assertThat(tables.table(BronzeDefinitions.TWEETS).currentSnapshot().snapshotId())
        .isEqualTo(snapshot);
    assertThat(tables.files())
        .containsAll(plan.removals().stream().map(RemovableFile::location).toList());
  }

  private static void writeFile(Table table, String location) {
    try (PositionOutputStream stream = table.io().newOutputFile(location).create()) {
      stream.write(new byte[] {1, 2, 3, 4});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
