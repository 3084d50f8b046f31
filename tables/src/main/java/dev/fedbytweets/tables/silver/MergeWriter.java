package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.FanoutWriter;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Table;

/// Writes the files of a merge: what stays of the changed files and the inserted rows, one batch of
/// partitions after another. Closing removes the files, unless they were handed over to a commit.
final class MergeWriter<S extends Record> implements AutoCloseable {

  private final Table silver;
  private final Optional<CrossKeyFlag> crossKeyFlag;
  private final FanoutWriter<S> files;
  private final List<DataFile> written = new ArrayList<>();
  private boolean isHandedOver;

  /// @param crossKeyFlag of silver rows by rows of other keys
  MergeWriter(Table silver, TableDefinition<S> definition, Optional<CrossKeyFlag> crossKeyFlag) {
    this.silver = silver;
    this.crossKeyFlag = crossKeyFlag;
    this.files =
        new FanoutWriter<>(silver, this::partition, definition.writers(), DayRange.BUFFERS);
  }

  /// Writes everything.
  ///
  /// @return the new files
  List<DataFile> write(MergePlan<?, S> plan) {
    for (DayRange batch : plan.partitionBatches()) {
      for (FileChanges changes : plan.changedFiles()) {
        if (changes.retained() > 0 && batch.contains(changes.partitionDay())) {
          copyRetained(changes);
        }
      }
      plan.inserts().forEach(batch::contains, files::write);
      written.addAll(files.complete());
    }
    return written;
  }

  /// From here on the files may be part of a snapshot, even if the commit seems to have failed:
  /// closing leaves them.
  void handOver() {
    isHandedOver = true;
  }

  /// The commit certainly did not happen: closing removes the files.
  void takeBack() {
    isHandedOver = false;
  }

  @Override
  public void close() {
    if (!isHandedOver) {
      files.abort();
      RollingFileWriter.delete(silver, written);
    }
  }

  private void copyRetained(FileChanges changes) {
    RollingFileWriter<S> writer = files.writer(changes.partitionDay());
    try (RetainedRows rows = new RetainedRows(silver, changes, crossKeyFlag)) {
      rows.copy(writer::openFile, files::rowsAdded);
    }
  }

  private PartitionData partition(int day) {
    if (silver.spec().isUnpartitioned()) {
      return null;
    }
    PartitionData partition = new PartitionData(silver.spec().partitionType());
    partition.set(0, day);
    return partition;
  }
}
