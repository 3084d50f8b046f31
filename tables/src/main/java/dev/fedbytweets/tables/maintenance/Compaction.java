package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.tables.commit.StartsFrom;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.files.RowCopier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;

/// Writes groups of files anew, in one commit. The rows stay in the order of their commits. The new
/// files get the largest data sequence number of the old ones, so whoever has read these does not
/// read them again. Closing without a commit removes what was written. Memory: one row group.
final class Compaction implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 10;

  private final Table table;
  private final Snapshot base;
  private final List<DataFile> replaced = new ArrayList<>();
  private final List<DataFile> written = new ArrayList<>();
  private long sequenceNumber;
  private boolean isHandedOver;

  /// @param base the snapshot that the groups were found in
  Compaction(Table table, Snapshot base) {
    this.table = table;
    this.base = base;
  }

  /// Writes a group anew.
  void add(FileGroup group) {
    RollingFileWriter<Record> writer = new RollingFileWriter<>(table, group.partition(), Map.of());
    try {
      for (LiveFile live : group.files()) {
        try (RowCopier rows = RowCopier.ofAll(table, live)) {
          rows.copy(writer::openFile, copied -> {});
        }
        replaced.add(live.file());
        sequenceNumber = Math.max(sequenceNumber, live.file().dataSequenceNumber());
      }
      written.addAll(writer.complete());
    } catch (RuntimeException e) {
      writer.abort();
      throw e;
    }
  }

  /// Replaces the old files with the new ones. Other commits may have come in between, as long as
  /// they left the old files as they were.
  ///
  /// @param deleteFiles that delete no row any more once the groups are replaced
  /// @return false if the old files have changed: then nothing was replaced
  boolean commit(List<DeleteFile> deleteFiles) {
    if (replaced.isEmpty() && deleteFiles.isEmpty()) {
      return true;
    }
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Snapshot head = table.currentSnapshot();
      RewriteFiles rewrite = table.newRewrite().validateFromSnapshot(base.snapshotId());
      replaced.forEach(rewrite::deleteFile);
      deleteFiles.forEach(rewrite::deleteFile);
      written.forEach(rewrite::addFile);
      rewrite.dataSequenceNumber(sequenceNumber);
      StandingEntries.repeat(rewrite, table);
      rewrite.validateWith(new StartsFrom(head));
      try {
        isHandedOver = true;
        rewrite.commit();
        return true;
      } catch (ValidationException e) {
        isHandedOver = false;
        table.refresh();
        if (StandingEntries.isHead(table, head)) {
          return false;
        }
      }
    }
    return false;
  }

  /// The files that are replaced.
  List<DataFile> replaced() {
    return replaced;
  }

  /// The new files.
  List<DataFile> written() {
    return written;
  }

  /// Removes what was written, unless a commit was tried: one that seems to have failed may have
  /// happened.
  @Override
  public void close() {
    if (!isHandedOver) {
      RollingFileWriter.delete(table, written);
    }
  }
}
