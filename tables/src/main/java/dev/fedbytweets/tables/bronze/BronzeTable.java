package dev.fedbytweets.tables.bronze;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.commit.CommitSummary;
import dev.fedbytweets.tables.commit.StartsFrom;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.SnapshotUtil;

/// A table of rows as received, and how far into the journal of pages it reaches: as it was when
/// it was loaded, and after a commit to it as that left it. Not safe for use by several threads.
public final class BronzeTable<R extends Record> {

  static final String POSITIONS = "fedbytweets.positions";

  private final TableDefinition<R> definition;
  private final Table table;

  /// @param table just loaded
  public BronzeTable(TableDefinition<R> definition, Table table) {
    this.definition = definition;
    this.table = table;
  }

  /// How far into the journal the table reaches: the rows of all pages before are in it.
  ///
  /// @throws MisconfiguredException if no snapshot of the table's history says so any more
  public Positions positions() {
    return positions(definition, SnapshotUtil.currentAncestors(table));
  }

  /// Whether the table's history, as it was read last, says how far it reaches. Not if other
  /// engines committed to it and expired all snapshots before.
  public boolean knowsPositions() {
    return isKnown(SnapshotUtil.currentAncestors(table));
  }

  /// The pages that the table has or had rows of, by their keys below `raw/`: also of rows that a
  /// delete file deletes. Reads one column of every file.
  public Set<String> pages() {
    Set<String> pages = new HashSet<>();
    for (DataFile data : CommittedFiles.after(CommittedFiles.ALL, table, table.currentSnapshot())) {
      try (ColumnFileReader file = new ColumnFileReader(table, LiveFile.whole(data))) {
        Column<String> names = file.texts("file_name");
        while (file.rowsAhead() > 0) {
          int rows = file.rowsAhead();
          file.openRowGroup();
          for (int row = 0; row < rows; row++) {
            pages.add(names.next());
          }
        }
      }
    }
    return pages;
  }

  /// Lets the history say again how far the table reaches, by a commit without rows. Does nothing
  /// if somebody committed since the table was last read.
  ///
  /// @param positions as they follow from [#pages()]
  public void restore(Positions positions) {
    AppendFiles append = table.newAppend();
    append.set(POSITIONS, positions.toString());
    append.validateWith(new StartsFrom(table.currentSnapshot()));
    try {
      append.commit();
    } catch (ValidationException e) {
      table.refresh();
    }
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
    return CommitSummary.countsOf(table, run);
  }

  /// Whether the table holds any row, as far as its metadata says.
  public boolean hasRows() {
    Snapshot current = table.currentSnapshot();
    return current != null
        && !"0".equals(current.summary().get(SnapshotSummary.TOTAL_RECORDS_PROP));
  }

  private static boolean isKnown(Iterable<Snapshot> ancestry) {
    return !ancestry.iterator().hasNext() || CommitSummary.newest(ancestry, POSITIONS).isPresent();
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
                        + " someone else): the next run or import finds it out from the rows, and so does a"
                        + " rebuild of the tables from the raw pages"));
  }
}
