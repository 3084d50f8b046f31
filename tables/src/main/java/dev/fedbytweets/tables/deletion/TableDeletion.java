package dev.fedbytweets.tables.deletion;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.commit.StartsFrom;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.LiveRows;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.maintenance.StandingEntries;
import dev.fedbytweets.tables.maintenance.TablePast;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.tables.silver.SilverTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes rows out of a table for good. Others may write to it meanwhile: what they commit first, it
/// takes in.
///
/// @param <R> the rows
public final class TableDeletion<R extends Record> {

  private static final Logger LOG = LoggerFactory.getLogger(TableDeletion.class);

  private static final int MOST_ATTEMPTS = 10;
  private static final Deleted NOTHING = new Deleted(0, 0, 0);

  private final TableDefinition<R> definition;
  private final Table table;
  private final long settled;
  private final Function<R, Optional<R>> redaction;
  private final Predicate<DataFile> mayHold;

  /// @param settled whoever follows the table has read the files with this or a smaller data
  ///     sequence number, and shall not read them again; the others it shall still read
  /// @param redaction what becomes of a row: an equal one if it stays as it is, empty if it goes
  /// @param mayHold whether a file may have a row that does not stay as it is; others are not read
  public TableDeletion(
      TableDefinition<R> definition,
      Table table,
      long settled,
      Function<R, Optional<R>> redaction,
      Predicate<DataFile> mayHold) {
    this.definition = definition;
    this.table = table;
    this.settled = settled;
    this.redaction = redaction;
    this.mayHold = mayHold;
  }

  /// The deletion from a table of a lake. What is read of bronze is read by silver; gold
  /// knows what it has read by the names of the files.
  ///
  /// @param redaction as above
  /// @param mayHold as above
  /// @return empty if there is no such table
  public static <R extends Record> Optional<TableDeletion<R>> of(
      LakeTables lake,
      TableDefinition<R> definition,
      Function<R, Optional<R>> redaction,
      Predicate<DataFile> mayHold) {
    return lake.existing(definition)
        .map(
            table -> {
              long settled =
                  definition.layer() == Layer.BRONZE
                      ? lake.existing(TableDefinitions.of(Layer.SILVER, definition.name()))
                          .map(silver -> SilverTable.reach(silver, table))
                          .orElse(0L)
                      : Long.MAX_VALUE;
              return new TableDeletion<>(definition, table, settled, redaction, mayHold);
            });
  }

  /// Takes all rows out of a silver table, of which a subject is no part of the key: the next merge
  /// brings in what bronze has then.
  public static void empty(LakeTables lake, TableName name) {
    lake.existing(TableDefinitions.of(Layer.BRONZE, name))
        .ifPresent(
            bronze ->
                lake.existing(TableDefinitions.of(Layer.SILVER, name))
                    .ifPresent(silver -> SilverTable.empty(silver, bronze)));
  }

  /// What was done.
  ///
  /// @param removed rows that went
  /// @param changed rows that lost something
  /// @param files that were written anew
  public record Deleted(long removed, long changed, int files) {

    /// Both together.
    public Deleted plus(Deleted other) {
      return new Deleted(removed + other.removed, changed + other.changed, files + other.files);
    }
  }

  private record Changed(LiveFile live, Deleted counts) {}

  /// What [#rewrite()] would do.
  public Deleted plan() {
    table.refresh();
    Deleted sum = NOTHING;
    for (LiveFile live : LiveRows.files(table, RowDeletes.of(table))) {
      sum = sum.plus(count(live));
    }
    return sum;
  }

  /// Writes the files anew that hold such rows; other files stay as they are. If another commit
  /// comes first, starts over.
  ///
  /// @throws RetryableException if others committed first again and again
  public Deleted rewrite() {
    Deleted sum = NOTHING;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      table.refresh();
      RowDeletes deletes = RowDeletes.of(table);
      List<Changed> changed = changed(deletes);
      List<Changed> read = changed.stream().filter(this::isSettled).toList();
      List<Changed> unread = changed.stream().filter(file -> !isSettled(file)).toList();
      try {
        sum = sum.plus(replace(read, deletes, unread.isEmpty()));
        return unread.isEmpty() ? sum : sum.plus(replace(unread, deletes, true));
      } catch (ValidationException e) {
        LOG.atInfo().addKeyValue("table", table.name()).log("another commit came first");
      }
    }
    throw new RetryableException(
        "%s: others committed first, %d times in a row".formatted(table.name(), MOST_ATTEMPTS));
  }

  /// Removes the table's past, all that the present state does not need: earlier snapshots with
  /// their files, entries of removed files in manifests, and files that nothing names.
  ///
  /// @param before as of [TablePast]
  /// @return how many snapshots and files went
  public TablePast.Removed removePast(Instant before) {
    return new TablePast(table, before).remove();
  }

  private List<Changed> changed(RowDeletes deletes) {
    List<Changed> changed = new ArrayList<>();
    for (LiveFile live : LiveRows.files(table, deletes)) {
      Deleted counts = count(live);
      if (counts.files() > 0 || !live.deleted().isEmpty()) {
        changed.add(new Changed(live, counts));
      }
    }
    return changed;
  }

  private boolean isSettled(Changed file) {
    return file.live().file().dataSequenceNumber() <= settled;
  }

  private Deleted count(LiveFile live) {
    if (!mayHold.test(live.file())) {
      return NOTHING;
    }
    long[] counts = new long[2];
    LiveRows.forEach(
        table,
        definition.binding(),
        live,
        row -> {
          Optional<R> left = redaction.apply(row);
          if (left.isEmpty()) {
            counts[0]++;
          } else if (!RowRedaction.isSame(row, left.get())) {
            counts[1]++;
          }
        });
    return new Deleted(counts[0], counts[1], counts[0] + counts[1] > 0 ? 1 : 0);
  }

  /// @throws ValidationException if another commit came first
  private Deleted replace(List<Changed> files, RowDeletes deletes, boolean isLast) {
    boolean dropsDeletes = isLast && !deletes.files().isEmpty();
    if (files.isEmpty() && !dropsDeletes) {
      return NOTHING;
    }
    Snapshot head = table.currentSnapshot();
    List<DataFile> written = new ArrayList<>();
    Deleted sum = NOTHING;
    boolean isHandedOver = false;
    try {
      RewriteFiles rewrite = table.newRewrite().validateFromSnapshot(head.snapshotId());
      long sequenceNumber = 0;
      for (Changed file : files) {
        LiveFile live = file.live();
        written.addAll(write(live));
        rewrite.deleteFile(live.file());
        sequenceNumber = Math.max(sequenceNumber, live.file().dataSequenceNumber());
        sum = sum.plus(file.counts());
      }
      written.forEach(rewrite::addFile);
      if (!written.isEmpty()) {
        rewrite.dataSequenceNumber(sequenceNumber);
      }
      if (dropsDeletes) {
        deletes.files().forEach(rewrite::deleteFile);
      }
      StandingEntries.repeat(rewrite, table);
      rewrite.validateWith(new StartsFrom(head));
      isHandedOver = true;
      rewrite.commit();
      return sum;
    } catch (ValidationException e) {
      isHandedOver = false;
      throw e;
    } finally {
      if (!isHandedOver) {
        RollingFileWriter.delete(table, written);
      }
    }
  }

  private List<DataFile> write(LiveFile live) {
    RollingFileWriter<R> writer =
        new RollingFileWriter<>(
            table,
            table.spec().isUnpartitioned() ? null : live.file().partition(),
            definition.writers());
    try {
      LiveRows.forEach(
          table, definition.binding(), live, row -> redaction.apply(row).ifPresent(writer::write));
      return writer.complete();
    } catch (RuntimeException e) {
      writer.abort();
      throw e;
    }
  }
}
