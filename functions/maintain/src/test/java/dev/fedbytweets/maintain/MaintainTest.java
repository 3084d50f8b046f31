package dev.fedbytweets.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.maintenance.MaintenanceReport;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

class MaintainTest {

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private final MergeLake lake = new MergeLake();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final Maintain maintain =
      new Maintain(lake.tables(), MaintenanceSettings.USUAL, InstantSource.system(), metrics);

  @Test
  void bronzeIsRewrittenAsFarAsSilverHasReadIt() {
    commitPosts(0, 6);
    lake.mergeTweets();
    commitPosts(6, 8);

    maintain.maintain(BronzeDefinitions.TWEETS, Instant.MAX);
    maintain.maintain(SilverDefinitions.TWEETS, Instant.MAX);

    assertThat(TableContents.files(lake.table(BronzeDefinitions.TWEETS))).hasSize(1 + 2);
    assertThat(lake.mergeTweets(new RunName("later")).read()).isEqualTo(2);
    assertThat(lake.tweets()).hasSize(8);
  }

  @Test
  void bronzeThatSilverHasNeverReadIsLeftAlone() {
    commitPosts(0, 6);

    maintain.maintain(BronzeDefinitions.TWEETS, Instant.MAX);

    assertThat(TableContents.files(lake.table(BronzeDefinitions.TWEETS))).hasSize(6);
  }

  @Test
  void itIsMeasuredHowLargeTablesAreOnceTheyAreDone() {
    commitPosts(0, 6);
    lake.mergeTweets();

    maintain.maintain(BronzeDefinitions.TWEETS, Instant.EPOCH);
    assertThat(metrics.sum(Metric.LIVE_FILES)).isZero();
    MaintenanceReport bronze =
        maintain.maintain(BronzeDefinitions.TWEETS, Instant.MAX).orElseThrow();
    MaintenanceReport silver =
        maintain.maintain(SilverDefinitions.TWEETS, Instant.MAX).orElseThrow();

    Table table = lake.table(BronzeDefinitions.TWEETS);
    assertThat(bronze.size().dataBytes())
        .isEqualTo(TableContents.files(table).getFirst().file().fileSizeInBytes());
    assertThat(bronze.size().metadataBytes())
        .isGreaterThan(table.currentSnapshot().allManifests(table.io()).getFirst().length());
    assertThat(metrics.count(Metric.LIVE_FILES)).isEqualTo(1 + 1);
    assertThat(metrics.count(Metric.DATA_BYTES))
        .isEqualTo(bronze.size().dataBytes() + silver.size().dataBytes());
    assertThat(metrics.count(Metric.METADATA_BYTES))
        .isEqualTo(bronze.size().metadataBytes() + silver.size().metadataBytes());
  }

  @Test
  void aTableThatThereIsNotIsNotMade() {
    assertThat(maintain.maintain(BronzeDefinitions.TWEETS, Instant.MAX)).isEmpty();
    assertThat(maintain.plan(BronzeDefinitions.TWEETS)).isEmpty();
    assertThat(maintain.isNeeded(BronzeDefinitions.TWEETS)).isFalse();
    assertThat(lake.tables().existing(BronzeDefinitions.TWEETS)).isEmpty();
  }

  private void commitPosts(int from, int to) {
    for (int post = from; post < to; post++) {
      String id = Long.toString(Snowflake.smallestAt(START.plusSeconds(post)));
      lake.tweetsToBronze(List.of(Samples.bareTweet(id, "coffee", "page-" + post, START)));
    }
  }
}
