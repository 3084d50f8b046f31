package dev.fedbytweets.tables;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Position;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.bronze.BronzeAppend;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;

/// A lake in memory into whose bronze tables rows are put directly, for tests.
public class TableLake {

  private static final RunName RUN = new RunName("run-1");

  private final FaultInjector faults = new FaultInjector();
  private final FaultyCatalog catalog = FaultyCatalog.empty(faults);
  private final LakeTables tables = catalog.lake();
  private int commits;

  /// What breaks the lake's operations.
  public final FaultInjector faults() {
    return faults;
  }

  public final LakeTables tables() {
    return tables;
  }

  /// Appends rows to a bronze table, in one commit.
  public final <R extends Record> void toBronze(TableDefinition<R> definition, List<R> rows) {
    BronzeTable<R> bronze = new BronzeTable<>(definition, tables.pinned(definition));
    Positions from = bronze.positions();
    try (BronzeAppend<R> append = bronze.append(from, Samples.IMPORT_DATE)) {
      rows.forEach(append::write);
      append.commit(
          RUN,
          from.with(new SubjectName("coffee"), new Position(1, ++commits)),
          new Counts(rows.size(), rows.size(), 0, 0));
    }
  }

  /// Appends posts, in one commit.
  public final void tweetsToBronze(List<Tweet> rows) {
    toBronze(BronzeDefinitions.TWEETS, rows);
  }

  /// The silver posts, ordered by their keys.
  public final List<SilverTweet> tweets() {
    return rows(SilverDefinitions.TWEETS).stream()
        .sorted(Comparator.comparing(SilverTweet::id).thenComparing(SilverTweet::subject))
        .toList();
  }

  /// All rows of a table.
  public final <R extends Record> List<R> rows(TableDefinition<R> definition) {
    return TableContents.of(tables.table(definition), definition);
  }

  public final Table table(TableDefinition<?> definition) {
    return tables.table(definition);
  }

  /// The data files, manifests and manifest lists of the lake, also those that nothing names.
  public final Set<String> files() {
    return catalog.files().keySet();
  }

  /// Drops a table, as somebody does before it is made anew.
  public final void drop(TableDefinition<?> definition) {
    catalog.drop(definition);
  }
}
