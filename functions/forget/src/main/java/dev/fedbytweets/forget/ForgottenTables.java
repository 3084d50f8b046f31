package dev.fedbytweets.forget;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.forget.ForgetReport.TableReport;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.deletion.CleanFiles;
import dev.fedbytweets.tables.deletion.RowRedaction;
import dev.fedbytweets.tables.deletion.TableDeletion;
import dev.fedbytweets.tables.deletion.TableDeletion.Deleted;
import dev.fedbytweets.tables.deletion.TableSearch;
import dev.fedbytweets.tables.maintenance.TablePast;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Takes what is forgotten out of the tables. A table of which no file holds any of it stays as it
/// is.
final class ForgottenTables {

  private final LakeTables lake;
  private final CleanFiles clean;
  private final Forgotten forgotten;
  private final int readers;
  private final boolean scrubsPlaces;

  /// @param clean files that hold nothing of what is forgotten; gets further ones
  /// @param readers as of [ForgetSettings]
  /// @param scrubsPlaces whether some posts stay without their place, which no search for
  ///     identifiers shows
  ForgottenTables(LakeTables lake, CleanFiles clean, int readers, boolean scrubsPlaces) {
    this.lake = lake;
    this.clean = clean;
    this.forgotten = clean.forgotten();
    this.readers = readers;
    this.scrubsPlaces = scrubsPlaces;
  }

  /// How many rows would go or lose something.
  Map<String, Deleted> plan() {
    Map<String, Deleted> plans = new LinkedHashMap<>();
    inOrder().forEach(definition -> plan(definition, plans));
    return plans;
  }

  /// The tables in the order in which it is taken out of them: silver before bronze.
  static List<TableDefinition<?>> inOrder() {
    return new ArrayList<>(TableDefinitions.ALL).reversed();
  }

  /// Takes it out of a table.
  ///
  /// @param before files that nothing names any more go if they were written earlier
  /// @return empty if there was nothing of it
  <R extends Record> Optional<TableReport> remove(TableDefinition<R> definition, Instant before) {
    return search(definition)
        // What only earlier states hold is not looked for: they go as a whole.
        .filter(search -> scrubsPlaces || search.isInLive() || search.isAnywhere())
        .flatMap(_ -> deletion(definition))
        .map(deletion -> remove(definition, deletion, before));
  }

  /// Searches the files of a table.
  ///
  /// @param found gets the names of those that hold something
  /// @return how many files were searched
  long search(TableDefinition<?> definition, List<String> found) {
    Optional<TableSearch.Found> search = search(definition).map(TableSearch::find);
    search.ifPresent(it -> found.addAll(it.found().keySet()));
    return search.map(TableSearch.Found::files).orElse(0);
  }

  private Optional<TableSearch> search(TableDefinition<?> definition) {
    return lake.existing(definition).map(table -> new TableSearch(table, clean, readers));
  }

  private <R extends Record> void plan(TableDefinition<R> definition, Map<String, Deleted> plans) {
    search(definition)
        .filter(search -> search.isInLive() || scrubsPlaces)
        .flatMap(_ -> deletion(definition))
        .map(TableDeletion::plan)
        .filter(plan -> plan.files() > 0)
        .ifPresent(plan -> plans.put(definition.toString(), plan));
  }

  private <R extends Record> TableReport remove(
      TableDefinition<R> definition, TableDeletion<R> deletion, Instant before) {
    Deleted deleted;
    if (isMergedAnew(definition)) {
      deleted = deletion.plan();
      TableDeletion.empty(lake, definition.name());
    } else {
      deleted = deletion.rewrite();
    }
    TablePast.Removed past = deletion.removePast(before);
    return new TableReport(
        deleted.removed(), deleted.changed(), deleted.files(), past.snapshots(), past.files());
  }

  /// A row of users, places or media may come from a page of a forgotten subject while others have
  /// it, too. Which of theirs comes next, only a merge knows.
  private boolean isMergedAnew(TableDefinition<?> definition) {
    return forgotten.hasSubjects()
        && definition.layer() == Layer.SILVER
        && definition.name() != Entity.TWEETS;
  }

  /// The deletion from a table that was searched.
  private <R extends Record> Optional<TableDeletion<R>> deletion(TableDefinition<R> definition) {
    RowRedaction<R> redaction = new RowRedaction<>(definition, forgotten);
    Function<R, Optional<R>> rows =
        definition.equals(SilverDefinitions.TWEETS) ? withNextReferences(redaction) : redaction::of;
    return TableDeletion.of(
        lake, definition, rows, file -> scrubsPlaces || !clean.contains(file.location()));
  }

  private <R extends Record> Function<R, Optional<R>> withNextReferences(
      RowRedaction<R> redaction) {
    Map<String, Reference> next = new Expansion(lake, clean, readers).nextReferences();
    return row ->
        redaction
            .of(row)
            .map(
                left ->
                    RowRedaction.isSame(row, left) || !(left instanceof SilverTweet tweet)
                        ? left
                        : withNextReference(redaction, left, tweet, next));
  }

  private static <R extends Record> R withNextReference(
      RowRedaction<R> redaction, R row, SilverTweet tweet, Map<String, Reference> next) {
    Reference reference = next.get(Expansion.row(Long.toString(tweet.id()), tweet.fileName()));
    return reference == null
        ? row
        : redaction.with(
            row, "referencedType", reference.type(), "referencedId", number(reference.id()));
  }

  /// As cleaning has it: what is no number is not known.
  private static Long number(String id) {
    try {
      return id == null ? null : Long.valueOf(id.strip());
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
