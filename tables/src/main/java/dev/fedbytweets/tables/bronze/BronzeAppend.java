package dev.fedbytweets.tables.bronze;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.tables.commit.CommitSummary;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;

/// One commit to a bronze table: rows are written, then become visible together with the journal
/// positions that they reach. Closing without a commit leaves the table as it was. Not safe for
/// use by several threads.
public final class BronzeAppend<R extends Record> implements AutoCloseable {

  private final TableDefinition<R> definition;
  private final Table table;
  private final Positions from;
  private final RollingFileWriter<R> writer;

  /// Whether the files may be part of a snapshot, even if the commit seems to have failed.
  private boolean isHandedOver;

  BronzeAppend(TableDefinition<R> definition, Table table, Positions from, Instant importDate) {
    this.definition = definition;
    this.table = table;
    this.from = from;
    this.writer = new RollingFileWriter<>(table, partitionOf(importDate), definition.writers());
  }

  /// Adds a row.
  public void write(R row) {
    writer.write(row);
  }

  /// Makes the rows visible, unless the table has moved from the positions from which this commit
  /// starts: then another attempt brought in the same pages. The check is part of the commit.
  ///
  /// @param to how far into the journal the rows reach
  /// @param counts of the rows seen, for the summary
  /// @return false if the table had moved, and then it was not changed
  public boolean commit(RunName run, Positions to, Counts counts) {
    List<DataFile> files = writer.complete();
    AppendFiles append = table.newAppend();
    files.forEach(append::appendFile);
    CommitSummary.set(append, run, counts);
    append.set(BronzeTable.POSITIONS, to.toString());
    append.validateWith(new StartsAtPositions());
    try {
      isHandedOver = true;
      append.commit();
      return true;
    } catch (ValidationException e) {
      isHandedOver = false;
      return false;
    }
  }

  /// Removes what was written, unless a commit was tried: a commit that seems to have failed may
  /// have happened.
  @Override
  public void close() {
    if (!isHandedOver) {
      writer.abort();
    }
  }

  private PartitionData partitionOf(Instant importDate) {
    PartitionData partition = new PartitionData(table.spec().partitionType());
    partition.set(0, (int) ChronoUnit.DAYS.between(Instant.EPOCH, importDate));
    return partition;
  }

  private final class StartsAtPositions implements SnapshotAncestryValidator {

    @Override
    public boolean validate(Iterable<Snapshot> ancestry) {
      return BronzeTable.positions(definition, ancestry).equals(from);
    }

    @Override
    public String errorMessage() {
      return definition + " does not start at " + from + " any more";
    }
  }
}
