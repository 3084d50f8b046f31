package dev.fedbytweets.tables.bronze;

import static dev.fedbytweets.tables.Samples.IMPORT_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

class BronzeTableTest {

  private static final RunName RUN = new RunName("run-1");
  private static final Positions ONE = Positions.parse("coffee=1/1");
  private static final Positions TWO = Positions.parse("coffee=1/2");

  private final FaultInjector faults = new FaultInjector();
  private final LakeTables lake = FaultyCatalog.emptyLake(faults);
  private final Table table = lake.table(BronzeDefinitions.TWEETS);
  private final BronzeTable<Tweet> bronze = new BronzeTable<>(BronzeDefinitions.TWEETS, table);

  @Test
  void rowsAndPositionsBecomeVisibleTogether() {
    Tweet tweet = Samples.fullTweet("2123702889992945669", "page");

    boolean committed = append(Positions.START, ONE, tweet);

    assertThat(committed).isTrue();
    assertThat(bronze.positions()).isEqualTo(ONE);
    assertThat(TableContents.of(table, BronzeDefinitions.TWEETS)).containsExactly(tweet);
    assertThat(bronze.countsOf(RUN)).isEqualTo(new Counts(1, 1, 0, 0));
    assertThat(bronze.countsOf(new RunName("other"))).isEqualTo(Counts.NONE);
  }

  @Test
  void aTableThatMovedIsNotAppendedTo() {
    append(Positions.START, ONE, Samples.fullTweet("1", "page-1"));

    boolean committed = append(Positions.START, ONE, Samples.fullTweet("1", "page-1"));

    assertThat(committed).isFalse();
    assertThat(TableContents.of(table, BronzeDefinitions.TWEETS)).hasSize(1);
  }

  @Test
  void ofTwoAttemptsThatRaceOneWins() {
    BronzeTable<Tweet> other =
        new BronzeTable<>(BronzeDefinitions.TWEETS, lake.table(BronzeDefinitions.TWEETS));
    try (BronzeAppend<Tweet> first = bronze.append(Positions.START, IMPORT_DATE);
        BronzeAppend<Tweet> second = other.append(Positions.START, IMPORT_DATE)) {
      first.write(Samples.fullTweet("1", "page-1"));
      second.write(Samples.fullTweet("1", "page-1"));

      assertThat(second.commit(RUN, ONE, new Counts(1, 1, 0, 0))).isTrue();
      assertThat(first.commit(RUN, ONE, new Counts(1, 1, 0, 0))).isFalse();
    }

    assertThat(TableContents.of(table, BronzeDefinitions.TWEETS)).hasSize(1);
  }

  @Test
  void aCommitWithoutRowsMovesThePositionOnly() {
    append(Positions.START, ONE);

    assertThat(bronze.positions()).isEqualTo(ONE);
    assertThat(TableContents.files(table)).isEmpty();
  }

  @Test
  void aCommitThatBrokeAfterItTookEffectKeepsItsFiles() {
    append(Positions.START, ONE, Samples.fullTweet("1", "page-1"));
    faults.heal();
    try (BronzeAppend<Tweet> append = bronze.append(ONE, IMPORT_DATE)) {
      append.write(Samples.fullTweet("2", "page-2"));
      int commit = countOperationsUntilCommit();
      faults.breakOperation(commit, FaultInjector.Moment.AFTER);
      assertThatThrownBy(() -> append.commit(RUN, TWO, new Counts(1, 1, 0, 0)))
          .isInstanceOf(FaultInjector.Killed.class);
    }

    faults.heal();
    assertThat(bronze.positions()).isEqualTo(TWO);
    assertThat(TableContents.of(table, BronzeDefinitions.TWEETS)).hasSize(2);
  }

  @Test
  void aCommitOfSomeoneElseDoesNotHideThePositions() {
    append(Positions.START, ONE, Samples.fullTweet("1", "page-1"));
    table.refresh();
    table.newAppend().commit();

    assertThat(bronze.positions()).isEqualTo(ONE);
  }

  @Test
  void aHistoryThatDoesNotTellThePositionsIsRefused() {
    append(Positions.START, ONE, Samples.fullTweet("1", "page-1"));
    table.refresh();
    table.newAppend().commit();
    table.expireSnapshots().expireOlderThan(System.currentTimeMillis() + 1).retainLast(1).commit();

    assertThatThrownBy(bronze::positions)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("bronze.tweets")
        .hasMessageContaining("rebuild");
  }

  /// How many operations an append does before its commit takes effect: found by doing one on
  /// another table.
  private static int countOperationsUntilCommit() {
    FaultInjector counted = new FaultInjector();
    LakeTables lake = FaultyCatalog.emptyLake(counted);
    BronzeTable<Tweet> bronze =
        new BronzeTable<>(BronzeDefinitions.TWEETS, lake.table(BronzeDefinitions.TWEETS));
    try (BronzeAppend<Tweet> append = bronze.append(Positions.START, IMPORT_DATE)) {
      append.commit(RUN, ONE, Counts.NONE);
    }
    try (BronzeAppend<Tweet> append = bronze.append(ONE, IMPORT_DATE)) {
      append.write(Samples.fullTweet("2", "page-2"));
      counted.heal();
      append.commit(RUN, TWO, new Counts(1, 1, 0, 0));
    }
    return counted.operations().indexOf("commit");
  }

  private boolean append(Positions from, Positions to, Tweet... tweets) {
    try (BronzeAppend<Tweet> append = bronze.append(from, IMPORT_DATE)) {
      for (Tweet tweet : tweets) {
        append.write(tweet);
      }
      return append.commit(RUN, to, new Counts(tweets.length, tweets.length, 0, 0));
    }
  }
}
