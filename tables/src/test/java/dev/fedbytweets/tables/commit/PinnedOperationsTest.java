package dev.fedbytweets.tables.commit;

import static dev.fedbytweets.tables.Samples.IMPORT_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.bronze.BronzeAppend;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinnedOperationsTest {

  private static final RunName RUN = new RunName("run-1");
  private static final Positions ONE = Positions.parse("coffee=1/1");
  private static final Positions TWO = Positions.parse("coffee=1/2");

  private final FaultInjector faults = new FaultInjector();
  private final LakeTables lake = FaultyCatalog.emptyLake(faults);

  @BeforeEach
  void makeTheTable() {
    append(pinned(), Positions.START, ONE);
    faults.heal();
  }

  @Test
  void aCommitAsksTheCatalogForTheTableOnceAndForItself() {
    BronzeTable<Tweet> bronze = pinned();

    append(bronze, ONE, TWO);

    assertThat(bronze.positions()).isEqualTo(TWO);
    assertThat(bronze.hasRows()).isTrue();
    assertThat(bronze.countsOf(RUN)).isEqualTo(new Counts(2, 2, 0, 0));
    assertThat(askedOfTheCatalog()).containsExactly("commit");
  }

  @Test
  void aTableThatMovedMeanwhileIsNotAppendedTo() {
    BronzeTable<Tweet> slow = pinned();
    append(pinned(), ONE, TWO);

    assertThat(append(slow, ONE, TWO)).isFalse();

    assertThat(rows()).hasSize(2);
    assertThat(slow.positions()).isEqualTo(TWO);
  }

  @Test
  void aCommitOfSomeoneElseMeanwhileStays() {
    BronzeTable<Tweet> slow = pinned();
    Table others = lake.table(BronzeDefinitions.TWEETS);
    others.newAppend().set("by", "someone else").commit();

    assertThat(append(slow, ONE, TWO)).isTrue();

    assertThat(rows()).hasSize(2);
    assertThat(lake.table(BronzeDefinitions.TWEETS).snapshots()).hasSize(3);
  }

  @Test
  void aSecondCommitStartsFromTheFirst() {
    BronzeTable<Tweet> bronze = pinned();

    append(bronze, ONE, TWO);
    append(bronze, TWO, Positions.parse("coffee=1/3"));

    assertThat(rows()).hasSize(3);
    assertThat(bronze.positions()).isEqualTo(Positions.parse("coffee=1/3"));
  }

  @Test
  void afterACommitThatBrokeTheTableIsAskedForAgain() {
    BronzeTable<Tweet> bronze = pinned();
    try (BronzeAppend<Tweet> append = bronze.append(ONE, IMPORT_DATE)) {
      append.write(Samples.fullTweet("2", "page-2"));
      faults.breakOperation(numberOfTheCommit(), FaultInjector.Moment.AFTER);
      assertThatThrownBy(() -> append.commit(RUN, TWO, new Counts(1, 1, 0, 0)))
          .isInstanceOf(FaultInjector.Killed.class);
    }

    faults.heal();
    assertThat(bronze.positions()).isEqualTo(TWO);
  }

  private static int numberOfTheCommit() {
    PinnedOperationsTest other = new PinnedOperationsTest();
    other.makeTheTable();
    try (BronzeAppend<Tweet> append = other.pinned().append(ONE, IMPORT_DATE)) {
      append.write(Samples.fullTweet("2", "page-2"));
      other.faults.heal();
      append.commit(RUN, TWO, new Counts(1, 1, 0, 0));
    }
    return other.faults.operations().indexOf("commit");
  }

  private BronzeTable<Tweet> pinned() {
    return new BronzeTable<>(BronzeDefinitions.TWEETS, lake.pinned(BronzeDefinitions.TWEETS));
  }

  private static boolean append(BronzeTable<Tweet> bronze, Positions from, Positions to) {
    try (BronzeAppend<Tweet> append = bronze.append(from, IMPORT_DATE)) {
      append.write(Samples.fullTweet("1", "page-" + to));
      return append.commit(RUN, to, new Counts(1, 1, 0, 0));
    }
  }

  private List<Tweet> rows() {
    return TableContents.of(lake.table(BronzeDefinitions.TWEETS), BronzeDefinitions.TWEETS);
  }

  private List<String> askedOfTheCatalog() {
    return faults.operations().stream().filter(List.of("refresh", "commit")::contains).toList();
  }
}
