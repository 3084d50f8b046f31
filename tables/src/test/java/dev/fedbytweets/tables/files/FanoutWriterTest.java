package dev.fedbytweets.tables.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

/// However many partitions have a file open, what waits in memory stays within bounds.
class FanoutWriterTest {

  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  private static final long MOST_BYTES = 1L << 20;

  /// What may be added between two checks of the size.
  private static final long SLACK = 2L << 20;

  private final FaultInjector faults = new FaultInjector();
  private final Table table = FaultyCatalog.emptyLake(faults).table(SilverDefinitions.TWEETS);
  private final FanoutWriter<SilverTweet> writer =
      new FanoutWriter<>(table, this::partition, SilverDefinitions.TWEETS.writers(), MOST_BYTES);

  @Test
  void rowsOfManyDaysInAnyOrder() {
    Random random = new Random(1);
    List<SilverTweet> rows = new ArrayList<>();
    long most = 0;
    for (int i = 0; i < 30_000; i++) {
      int day = random.nextInt(40);
      SilverTweet row = tweet(i, FIRST.plus(Duration.ofDays(day)), random);
      rows.add(row);
      writer.write((int) (row.createdAt().getEpochSecond() / 86_400), row);
      most = Math.max(most, writer.bufferedBytes());
    }

    List<DataFile> written = writer.complete();

    assertThat(most).isBetween(MOST_BYTES, MOST_BYTES + SLACK);
    assertThat(writer.bufferedBytes()).isZero();
    assertThat(written).hasSize(40);
    AppendFiles append = table.newAppend();
    written.forEach(append::appendFile);
    append.commit();
    assertThat(TableContents.of(table, SilverDefinitions.TWEETS))
        .hasSameSizeAs(rows)
        .satisfies(read -> assertThat(new HashSet<>(read)).isEqualTo(new HashSet<>(rows)));
  }

  @Test
  void nothingStaysOfWhatIsGivenUp() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      writer.write(i % 2, tweet(i, FIRST, random));
    }

    writer.abort();

    assertThat(faults.operations()).contains("create parquet");
    assertThat(count("delete parquet")).isEqualTo(count("create parquet"));
    assertThat(writer.complete()).isEmpty();
  }

  private long count(String operation) {
    return faults.operations().stream().filter(operation::equals).count();
  }

  private static SilverTweet tweet(long id, Instant createdAt, Random random) {
    byte[] text = new byte[100];
    random.nextBytes(text);
    Tweet tweet =
        Samples.tweet(
            Long.toString(Snowflake.smallestAt(createdAt) + id),
            null,
            "coffee",
            "page-" + id / 100,
            FIRST,
            HexFormat.of().formatHex(text),
            3L,
            null);
    return Samples.silverTweet(tweet, FIRST);
  }

  private PartitionData partition(int day) {
    PartitionData partition = new PartitionData(table.spec().partitionType());
    partition.set(0, day);
    return partition;
  }
}
