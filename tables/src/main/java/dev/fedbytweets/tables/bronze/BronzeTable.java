package dev.fedbytweets.tables.bronze;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.commit.CommitSummary;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/// A table of rows as received, and how far into the journal of pages it reaches. Not safe for
/// use by several threads.
public final class BronzeTable<R extends Record> {

  static final String POSITIONS = "fedbytweets.positions";

  private final TableDefinition<R> definition;
  private final Table table;

  public BronzeTable(TableDefinition<R> definition, Table table) {
    this.definition = definition;
    this.table = table;
  }

  /// How far into the journal the table reaches: the rows of all pages before are in it.
  ///
  /// @throws MisconfiguredException if no snapshot of the table's history says so any more
  public Positions positions() {
    table.refresh();
    return positions(definition, SnapshotUtil.currentAncestors(table));
  }

  /// Starts a commit that takes the table from one position in the journal to another.
  ///
  /// @param from the table's present positions, as [#positions()] gave them
  /// @param importDate of all rows that will be appended
  public BronzeAppend<R> append(Positions from, Instant importDate) {
    return new BronzeAppend<>(definition, table, from, importDate);
  }

  /// The counts of all commits of a run together.
  public Counts countsOf(RunName run) {
    table.refresh();
    return CommitSummary.countsOf(table, run);
  }

  /// Whether the table holds any row, as far as its metadata says.
  public boolean hasRows() {
    Snapshot current = table.currentSnapshot();
    return current != null
        && !"0".equals(current.summary().get(SnapshotSummary.TOTAL_RECORDS_PROP));
  }

  static Positions positions(TableDefinition<?> definition, Iterable<Snapshot> ancestry) {
    if (!ancestry.iterator().hasNext()) {
      return Positions.START;
    }
    return CommitSummary.newest(ancestry, POSITIONS)
        .map(Positions::parse)
        .orElseThrow(
            () ->
                new MisconfiguredException(
                    "%s: its history does not say any more which pages it holds (snapshots were expired after a commit of"
                            .formatted(definition)
                        + " someone else); rebuild the tables from the raw pages"));
  }
}
