package dev.fedbytweets.tables.gold;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.commit.CommitSummary;
import dev.fedbytweets.tables.commit.StartsFrom;
import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.FanoutWriter;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RecordFileReader;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.DataFileSet;
import org.apache.iceberg.util.DeleteFileSet;

/// One replacement of what a table says about some days: of all rows of these days by others. It
/// starts from the table as it was when it was opened: if another commit comes first, none of it
/// happens. Closing removes what was written and not committed.
///
/// @param <R> the rows
public final class DayTable<R extends Record> implements AutoCloseable {

  private static final long BUFFERS = 48L << 20;

  private final TableDefinition<R> definition;
  private final Function<R, LocalDate> dayOf;
  private final Table table;
  private final Snapshot base;
  private final FanoutWriter<R> writer;
  private final Set<LocalDate> days = new HashSet<>();
  private final List<DataFile> written = new ArrayList<>();
  private long rows;
  private boolean isHandedOver;

  private DayTable(TableDefinition<R> definition, Table table, Function<R, LocalDate> dayOf) {
    this.definition = definition;
    this.dayOf = dayOf;
    this.table = table;
    this.base = table.currentSnapshot();
    this.writer = new FanoutWriter<>(table, this::partition, definition.writers(), BUFFERS);
  }

  /// Opens a table, which is created if need be.
  ///
  /// @param definition of a table with partitions by day or month
  /// @param dayOf the day that a row belongs to
  public static <R extends Record> DayTable<R> open(
      LakeTables lake, TableDefinition<R> definition, Function<R, LocalDate> dayOf) {
    try {
      return new DayTable<>(definition, lake.pinned(definition), dayOf);
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  /// What the table is, as long as it is not made anew: its UUID.
  public String identity() {
    return table.uuid().toString();
  }

  /// Says that all rows of a day are replaced by those that are added.
  public void replace(LocalDate day) {
    days.add(day);
  }

  /// Adds a row to a day that is replaced.
  public void add(R row) {
    LocalDate day = dayOf.apply(row);
    if (!days.contains(day)) {
      throw new IllegalArgumentException("%s is not replaced".formatted(day));
    }
    rows++;
    writer.write(partitionOf(day), row);
  }

  /// Replaces the rows. A table in which nothing changes gets no commit.
  ///
  /// @param run is kept with the commit
  /// @return how many rows were added
  /// @throws RetryableException if another commit came first
  public long commit(RunName run) {
    try {
      RowDeletes deletes = RowDeletes.of(table);
      List<LiveFile> replaced = replaced(deletes);
      replaced.forEach(this::keepOtherDays);
      written.addAll(writer.complete());
      if (!written.isEmpty() || !replaced.isEmpty()) {
        commit(run, replaced, deletes);
      }
      return rows;
    } catch (ValidationException e) {
      isHandedOver = false;
      throw new RetryableException("%s: another commit came first".formatted(definition), e);
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  @Override
  public void close() {
    if (!isHandedOver) {
      writer.abort();
      RollingFileWriter.delete(table, written);
    }
  }

  private void commit(RunName run, List<LiveFile> replaced, RowDeletes deletes) {
    OverwriteFiles commit = table.newOverwrite();
    commit.deleteFiles(
        DataFileSet.of(replaced.stream().map(LiveFile::file).toList()),
        DeleteFileSet.of(deletes.files()));
    written.forEach(commit::addFile);
    CommitSummary.set(commit, run, new Counts(rows, rows, 0, 0));
    commit.validateWith(new StartsFrom(base));
    isHandedOver = true;
    commit.commit();
  }

  /// The files of the partitions that get rows or lose them, and those that lose rows to another
  /// engine's delete files.
  private List<LiveFile> replaced(RowDeletes deletes) {
    if (base == null) {
      return List.of();
    }
    Set<Integer> partitions = new HashSet<>();
    days.forEach(day -> partitions.add(partitionOf(day)));
    return CommittedFiles.after(CommittedFiles.ALL, table, base).stream()
        .map(deletes::in)
        .filter(live -> partitions.contains(partitionOf(live.file())) || !live.deleted().isEmpty())
        .toList();
  }

  private void keepOtherDays(LiveFile live) {
    int partition = partitionOf(live.file());
    try (RecordFileReader<R> reader = new RecordFileReader<>(table, live, definition.binding())) {
      reader.forEach(
          row -> true,
          (row, value) -> {
            if (!days.contains(dayOf.apply(value))) {
              writer.write(partition, value);
            }
          });
    }
  }

  private int partitionOf(LocalDate day) {
    return definition.partitionNumber(day);
  }

  private static int partitionOf(DataFile file) {
    return file.partition().get(0, Integer.class);
  }

  private PartitionData partition(int number) {
    PartitionData partition = new PartitionData(table.spec().partitionType());
    partition.set(0, number);
    return partition;
  }
}
