package dev.fedbytweets.tables.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.silver.MergeLake;
import dev.fedbytweets.tables.silver.RandomPosts;
import dev.fedbytweets.tables.silver.SilverTable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rows that are deleted are in no file of the table any more, wherever the deletion was killed
/// before.
class TableDeletionTest {

  private static final RunName LATER = new RunName("run-3");
  private static final byte[] SALT = {1};

  private final List<Tweet> rows = RandomPosts.rows(7);
  private final String post = rows.getFirst().id();
  private final Forgotten forgotten =
      new Forgotten(SALT, Map.of(ForgottenKind.POST, List.of(Forgotten.hash(SALT, post))));

  @Test
  void nothingOfThePostIsLeftAndTheOthersStay() {
    MergeLake lake = lake();
    List<?> others =
        lake.tweets().stream().filter(row -> row.id() != Long.parseLong(post)).toList();
    assertThat(search(lake, SilverDefinitions.TWEETS).find().found()).isNotEmpty();

    forget(lake, SilverDefinitions.TWEETS, Long.MAX_VALUE);
    forget(lake, BronzeDefinitions.TWEETS, reach(lake));

    assertThat(search(lake, SilverDefinitions.TWEETS).find().found()).isEmpty();
    assertThat(search(lake, BronzeDefinitions.TWEETS).find().found()).isEmpty();
    assertThat(lake.tweets()).isEqualTo(others);
    assertThat(lake.rows(BronzeDefinitions.TWEETS))
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().filter(row -> !row.id().equals(post)).toList());
    assertThat(lake.table(BronzeDefinitions.TWEETS).snapshots()).hasSize(1);
  }

  @Test
  void silverReadsOnWhereItWas() {
    MergeLake lake = lake();
    forget(lake, SilverDefinitions.TWEETS, Long.MAX_VALUE);
    forget(lake, BronzeDefinitions.TWEETS, reach(lake));
    assertThat(lake.mergeTweets(LATER).read()).isZero();
  }

  @Test
  void whatSilverHasNotReadYetItReadsLater() {
    MergeLake lake = new MergeLake();
    lake.tweetsToBronze(rows.subList(0, rows.size() / 2));
    lake.mergeTweets();
    lake.tweetsToBronze(rows.subList(rows.size() / 2, rows.size()));

    forget(lake, SilverDefinitions.TWEETS, Long.MAX_VALUE);
    forget(lake, BronzeDefinitions.TWEETS, reach(lake));

    lake.mergeTweets(LATER);
    assertThat(lake.tweets())
        .isEqualTo(
            RandomPosts.merged(rows.stream().filter(row -> !row.id().equals(post)).toList()));
  }

  @Test
  void aFileThatWasBeingWrittenGoes() throws IOException {
    MergeLake lake = lake();
    Table table = lake.table(SilverDefinitions.TWEETS);
    forget(lake, SilverDefinitions.TWEETS, Long.MAX_VALUE);
    String half = table.location() + "/data/half.parquet";
    table.io().newOutputFile(half).create().close();

    assertThat(search(lake, SilverDefinitions.TWEETS).find().found()).containsOnlyKeys(half);
    forget(lake, SilverDefinitions.TWEETS, Long.MAX_VALUE);
    assertThat(search(lake, SilverDefinitions.TWEETS).find().found()).isEmpty();
  }

  @Test
  void aFileThatHoldsNothingIsOpenedOnce() {
    MergeLake lake = lake();
    CleanFiles clean = new CleanFiles(forgotten);
    TableSearch search = new TableSearch(lake.table(BronzeDefinitions.TWEETS), clean, 0);
    TableSearch.Found first = search.find();
    lake.faults().heal();

    assertThat(search.find()).isEqualTo(first);

    assertThat(lake.faults().operations()).filteredOn(it -> it.startsWith("open")).isNotEmpty();
    assertThat(lake.faults().operations())
        .filteredOn(it -> it.startsWith("open"))
        .hasSize(first.found().size());
    assertThat(first.files()).isGreaterThan(first.found().size());
  }

  @Test
  void filesWithoutThePostAreLeftAlone() {
    MergeLake lake = lake();
    List<String> before = locations(lake);
    TableDeletion.Deleted deleted =
        deletion(lake, BronzeDefinitions.TWEETS, Long.MAX_VALUE, _ -> true).rewrite();
    List<String> after = locations(lake);
    assertThat(after.stream().filter(before::contains)).hasSize(before.size() - deleted.files());
    assertThat(deletion(lake, BronzeDefinitions.TWEETS, Long.MAX_VALUE, _ -> true).rewrite())
        .isEqualTo(new TableDeletion.Deleted(0, 0, 0));
  }

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
    forget(undisturbed, definition, reach(undisturbed));
    int operations = undisturbed.faults().operations().size();
    List<R> expected = undisturbed.rows(definition);

    for (int operation = 0; operation < operations; operation++) {
      MergeLake lake = lake();
      long reach = reach(lake);
      lake.faults().breakOperation(operation, moment);
      try {
        forget(lake, definition, reach);
      } catch (FaultInjector.Killed | RetryableException _) {
        // As it is meant to be.
      }
      lake.faults().heal();
      forget(lake, definition, reach);

      String where = "%s (%d)".formatted(moment, operation);
      assertThat(search(lake, definition).find().found()).as(where).isEmpty();
      assertThat(lake.rows(definition)).as(where).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(positions(lake)).as(where).isEqualTo(positions(undisturbed));
      assertThat(lake.mergeTweets(LATER).read()).as(where).isZero();
    }
    assertThat(operations).isGreaterThan(20);
  }

  private MergeLake lake() {
    MergeLake lake = new MergeLake();
    int third = rows.size() / 3;
    lake.tweetsToBronze(rows.subList(0, third));
    lake.mergeTweets();
    lake.tweetsToBronze(rows.subList(third, 2 * third));
    lake.tweetsToBronze(rows.subList(2 * third, rows.size()));
    lake.mergeTweets();
    return lake;
  }

  private <R extends Record> void forget(
      MergeLake lake, TableDefinition<R> definition, long settled) {
    CleanFiles clean = new CleanFiles(forgotten);
    if (!new TableSearch(lake.table(definition), clean, 2).find().found().isEmpty()) {
      TableDeletion<R> deletion =
          deletion(lake, definition, settled, file -> !clean.contains(file.location()));
      deletion.rewrite();
      deletion.removePast(Instant.MAX);
    }
  }

  private <R extends Record> TableDeletion<R> deletion(
      MergeLake lake, TableDefinition<R> definition, long settled, Predicate<DataFile> mayHold) {
    return new TableDeletion<>(
        definition,
        lake.table(definition),
        settled,
        new RowRedaction<>(definition, forgotten)::of,
        mayHold);
  }

  private TableSearch search(MergeLake lake, TableDefinition<?> definition) {
    return new TableSearch(lake.table(definition), new CleanFiles(forgotten), 0);
  }

  private static long reach(MergeLake lake) {
    return SilverTable.reach(
        lake.table(SilverDefinitions.TWEETS), lake.table(BronzeDefinitions.TWEETS));
  }

  private static List<String> locations(MergeLake lake) {
    Table table = lake.table(BronzeDefinitions.TWEETS);
    return TableContents.files(table).stream().map(task -> task.file().location()).toList();
  }

  private static String positions(MergeLake lake) {
    return new BronzeTable<>(BronzeDefinitions.TWEETS, lake.table(BronzeDefinitions.TWEETS))
        .positions()
        .toString();
  }
}
