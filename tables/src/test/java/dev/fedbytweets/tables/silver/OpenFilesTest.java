package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.tables.TableRows;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

/// However many days have files open, what waits in memory stays within bounds.
class OpenFilesTest {

  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  private static final long MOST_BYTES = 1L << 20;

  /// What may come between two looks at the sizes.
  private static final long SLACK = 2L << 20;

  private final Table table =
      FaultyCatalog.emptyLake(new FaultInjector()).table(SilverDefinitions.TWEETS);
  private final OpenFiles<SilverTweet> files =
      new OpenFiles<>(table, SilverDefinitions.TWEETS, MOST_BYTES);

  @Test
  void rowsOfManyDaysInAnyOrder() {
    Random random = new Random(1);
    List<SilverTweet> rows = new ArrayList<>();
    long most = 0;
    for (int i = 0; i < 30_000; i++) {
      int day = random.nextInt(40);
      SilverTweet row = tweet(i, FIRST.plus(Duration.ofDays(day)), random);
      rows.add(row);
      files.write((int) (row.createdAt().getEpochSecond() / 86_400), row);
      most = Math.max(most, files.bufferedBytes());
    }

    List<DataFile> written = files.complete();

    assertThat(most).isBetween(MOST_BYTES, MOST_BYTES + SLACK);
    assertThat(files.bufferedBytes()).isZero();
    assertThat(written).hasSize(40);
    AppendFiles append = table.newAppend();
    written.forEach(append::appendFile);
    append.commit();
    assertThat(TableRows.of(table, SilverTweet.class)).containsExactlyInAnyOrderElementsOf(rows);
  }

  private static SilverTweet tweet(long id, Instant createdAt, Random random) {
    byte[] text = new byte[100];
    random.nextBytes(text);
    return new SilverTweet(
        id,
        createdAt,
        random.nextLong(),
        HexFormat.of().formatHex(text),
        null,
        "coffee",
        FIRST,
        "page-" + id / 100,
        null,
        FIRST,
        FIRST,
        "en",
        id,
        null,
        false,
        null,
        1L,
        2L,
        3L,
        null,
        null,
        null,
        List.of("a", "b"),
        null,
        null,
        null,
        null,
        null,
        id,
        true,
        1.5,
        null,
        null,
        null);
  }
}
