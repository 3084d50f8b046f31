package dev.fedbytweets.tables.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.tables.maintenance.TablePast;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import dev.fedbytweets.tables.silver.RandomPosts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

/// Others write to the table while rows are taken out of it.
class DeletionBesideOthersTest {

  private static final byte[] SALT = {1};

  private final List<Tweet> rows = RandomPosts.rows(7);
  private final String post = rows.getFirst().id();
  private final Forgotten forgotten =
      new Forgotten(SALT, Map.of(ForgottenKind.POST, List.of(Forgotten.hash(SALT, post))));
  private final MergeLake lake = new MergeLake();

  @Test
  void aCommitThatComesFirstMakesItStartOver() {
    int half = rows.size() / 2;
    lake.tweetsToBronze(rows.subList(0, half));
    lake.mergeTweets();
    List<Runnable> between =
        new ArrayList<>(List.of(() -> lake.tweetsToBronze(rows.subList(half, rows.size()))));
    RowRedaction<Tweet> redaction = new RowRedaction<>(BronzeDefinitions.TWEETS, forgotten);
    Table bronze = lake.table(BronzeDefinitions.TWEETS);

    TableDeletion.Deleted deleted =
        new TableDeletion<>(
                BronzeDefinitions.TWEETS,
                bronze,
                1,
                row -> redactedAfter(between, redaction, row),
                _ -> true)
            .rewrite();
    new TablePast(bronze, Instant.MAX).remove();

    assertThat(between).isEmpty();
    assertThat(deleted.removed())
        .isEqualTo(rows.stream().filter(row -> row.id().equals(post)).count());
    assertThat(search(bronze).find().found()).isEmpty();
    lake.mergeTweets(new RunName("run-2"));
    assertThat(lake.tweets())
        .filteredOn(row -> row.id() != Long.parseLong(post))
        .isEqualTo(
            RandomPosts.merged(rows.stream().filter(row -> !row.id().equals(post)).toList()));
  }

  @Test
  void aFileThatIsYoungMayBePartOfACommitThatIsStillToCome() throws IOException {
    lake.tweetsToBronze(rows);
    lake.mergeTweets();
    Table silver = lake.table(SilverDefinitions.TWEETS);
    String waiting = silver.location() + "/data/waiting.parquet";
    silver.io().newOutputFile(waiting).create().close();

    new TablePast(silver, Instant.now().minusSeconds(60)).remove();
    assertThat(search(silver).find().found()).containsKey(waiting);

    new TablePast(silver, Instant.now().plusSeconds(60)).remove();
    assertThat(search(silver).find().found()).doesNotContainKey(waiting);
  }

  @Test
  void whatASnapshotNamedThatGoesNowGoesHoweverYoungItIs() {
    lake.tweetsToBronze(rows);
    lake.mergeTweets();
    Table silver = lake.table(SilverDefinitions.TWEETS);
    TableDeletion<?> deletion =
        new TableDeletion<>(
            SilverDefinitions.TWEETS,
            silver,
            Long.MAX_VALUE,
            new RowRedaction<>(SilverDefinitions.TWEETS, forgotten)::of,
            _ -> true);

    deletion.rewrite();
    deletion.removePast(Instant.EPOCH);

    assertThat(search(silver).find().found()).isEmpty();
  }

  private TableSearch search(Table table) {
    return new TableSearch(table, new CleanFiles(forgotten), 0);
  }

  private static Optional<Tweet> redactedAfter(
      List<Runnable> between, RowRedaction<Tweet> redaction, Tweet row) {
    between.forEach(Runnable::run);
    between.clear();
    return redaction.of(row);
  }
}
