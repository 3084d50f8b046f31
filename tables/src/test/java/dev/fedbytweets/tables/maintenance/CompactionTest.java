package dev.fedbytweets.tables.maintenance;

import static dev.fedbytweets.tables.maintenance.MaintainedLake.FIVE_FILES;
import static dev.fedbytweets.tables.maintenance.MaintainedLake.SECOND_RUN;
import static dev.fedbytweets.tables.maintenance.MaintainedLake.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.ForeignDeletes;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Small files and files with deleted rows are written anew, and readers notice nothing.
class CompactionTest {

  private final MaintainedLake lake = new MaintainedLake();
  private final MergeLake tables = lake.lake();

  @Test
  void smallFilesBecomeOneAndNoRowIsReadAgain() {
    lake.commitPosts(6);
    tables.mergeTweets();
    List<Tweet> before = tables.rows(BronzeDefinitions.TWEETS);
    Positions positions = lake.positions();

    MaintenanceReport report = lake.maintainBronze();
    lake.commitPosts(1);

    assertThat(report.filesBefore()).isEqualTo(6);
    assertThat(report.filesAfter()).isEqualTo(1);
    assertThat(report.bytesAfter()).isLessThan(report.bytesBefore());
    assertThat(lake.files(BronzeDefinitions.TWEETS)).isEqualTo(2);
    assertThat(tables.rows(BronzeDefinitions.TWEETS)).hasSize(7).containsAll(before);
    assertThat(lake.positions().toString()).isEqualTo("coffee=1/7");
    assertThat(positions.toString()).isEqualTo("coffee=1/6");
    assertThat(tables.mergeTweets(SECOND_RUN).read()).isEqualTo(1);
    assertThat(tables.tweets()).hasSize(7);
  }

  @Test
  void rowsStayInTheOrderOfTheirCommits() {
    lake.commitPosts(7);
    tables.mergeTweets();
    List<Tweet> before = tables.rows(BronzeDefinitions.TWEETS);

    lake.maintainBronze();

    assertThat(tables.rows(BronzeDefinitions.TWEETS)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(tables.rows(BronzeDefinitions.TWEETS))
        .extracting(Tweet::text)
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void fourSmallFilesStayUntilTheirDayIsLongOver() {
    lake.commitPosts(4);
    tables.mergeTweets();

    MaintenanceReport early = lake.maintain(BronzeDefinitions.TWEETS, FIVE_FILES);
    lake.at(InstantSource.fixed(Samples.IMPORT_DATE.plus(Duration.ofDays(9))));
    MaintenanceReport late = lake.maintain(BronzeDefinitions.TWEETS, MaintenanceSettings.USUAL);

    assertThat(early.filesBefore()).isZero();
    assertThat(late.filesBefore()).isEqualTo(4);
    assertThat(lake.files(BronzeDefinitions.TWEETS)).isEqualTo(1);
  }

  @Test
  void whatSilverHasNotReadIsLeftAlone() {
    lake.commitPosts(5);
    tables.mergeTweets();
    lake.commitPosts(6);

    lake.maintainBronze();

    assertThat(lake.files(BronzeDefinitions.TWEETS)).isEqualTo(1 + 6);
    assertThat(tables.mergeTweets(SECOND_RUN).read()).isEqualTo(6);
    assertThat(tables.tweets()).hasSize(11);
  }

  @Test
  void aTableThatIsSmallAlreadyIsNotCommittedTo() {
    lake.commitPosts(6);
    tables.mergeTweets();
    lake.maintainBronze();
    long snapshot = tables.table(BronzeDefinitions.TWEETS).currentSnapshot().snapshotId();

    MaintenanceReport report = lake.maintainBronze();

    assertThat(report.filesBefore()).isZero();
    assertThat(tables.table(BronzeDefinitions.TWEETS).currentSnapshot().snapshotId())
        .isEqualTo(snapshot);
  }

  @ParameterizedTest
  @EnumSource
  void whatOthersDeletedIsWrittenOut(ForeignDeletes kind) {
    lake.commitPosts(6);
    tables.mergeTweets();
    Object deleted = tables.tweets().getFirst().id();
    kind.delete(tables.table(SilverDefinitions.TWEETS), deleted::equals);

    MaintenanceReport report = lake.maintain(SilverDefinitions.TWEETS, FIVE_FILES);
    lake.commitPosts(1);
    tables.mergeTweets(SECOND_RUN);

    assertThat(report.filesBefore()).isEqualTo(1);
    assertThat(RowDeletes.of(tables.table(SilverDefinitions.TWEETS)).files()).isEmpty();
    assertThat(tables.tweets()).hasSize(6).noneMatch(post -> deleted.equals(post.id()));
  }

  @ParameterizedTest
  @EnumSource
  void whatOthersDeletedOfBronzeStaysOutOfSilver(ForeignDeletes kind) {
    lake.commitPosts(6);
    tables.mergeTweets();
    kind.delete(tables.table(BronzeDefinitions.TWEETS), id(2)::equals);

    lake.maintainBronze();

    assertThat(tables.rows(BronzeDefinitions.TWEETS)).hasSize(5);
    assertThat(RowDeletes.of(tables.table(BronzeDefinitions.TWEETS)).files()).isEmpty();
    assertThat(lake.positions().toString()).isEqualTo("coffee=1/6");
    assertThat(tables.mergeTweets(SECOND_RUN).read()).isZero();
  }

  @Test
  void withoutTimeItIsNotComplete() {
    lake.commitPosts(6);
    tables.mergeTweets();

    MaintenanceReport report =
        lake.maintenance(BronzeDefinitions.TWEETS, FIVE_FILES).run(Instant.EPOCH);

    assertThat(report.isComplete()).isFalse();
    assertThat(lake.files(BronzeDefinitions.TWEETS)).isEqualTo(6);
  }

  @Test
  void anEmptyTableIsLeftAsItIs() {
    tables.table(BronzeDefinitions.TWEETS);

    MaintenanceReport report = lake.maintainBronze();

    assertThat(report.isComplete()).isTrue();
    assertThat(tables.table(BronzeDefinitions.TWEETS).currentSnapshot()).isNull();
  }

  @Test
  void manySmallManifestsBecomeOne() {
    lake.commitPosts(30);
    tables.mergeTweets();
    Table table = tables.table(BronzeDefinitions.TWEETS);
    assertThat(table.currentSnapshot().dataManifests(table.io())).hasSize(30);

    MaintenanceReport report =
        lake.maintain(
            BronzeDefinitions.TWEETS,
            new MaintenanceSettings(
                100, Duration.ofDays(36_500), 10, Duration.ofDays(7), 5, Duration.ofDays(3)));

    table.refresh();
    assertThat(report.manifests()).isEqualTo(30);
    assertThat(table.currentSnapshot().dataManifests(table.io())).hasSize(1);
    assertThat(tables.rows(BronzeDefinitions.TWEETS)).hasSize(30);
    assertThat(lake.positions().toString()).isEqualTo("coffee=1/30");
    assertThat(tables.mergeTweets(SECOND_RUN).read()).isZero();
  }
}
