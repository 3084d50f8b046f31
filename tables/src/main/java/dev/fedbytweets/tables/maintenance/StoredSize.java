package dev.fedbytweets.tables.maintenance;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.util.PropertyUtil;

/// How much of a table is stored, and how much of that is for its upkeep.
///
/// @param dataFiles how many files the present state reads
/// @param dataBytes their size
/// @param metadataBytes what lies in the folder of metadata, also of the past
public record StoredSize(long dataFiles, long dataBytes, long metadataBytes) {

  /// Of a table that there is not.
  public static final StoredSize NOTHING = new StoredSize(0, 0, 0);

  /// The size of a table. Lists its metadata.
  public static StoredSize of(Table table) {
    long metadata = 0;
    for (FileInfo file : TableFolder.list(table, "metadata/")) {
      metadata += file.size();
    }
    return new StoredSize(
        dataFiles(table), total(table, SnapshotSummary.TOTAL_FILE_SIZE_PROP), metadata);
  }

  /// How many files the present state reads. Asks for nothing but the table's metadata.
  static long dataFiles(Table table) {
    return total(table, SnapshotSummary.TOTAL_DATA_FILES_PROP);
  }

  private static long total(Table table, String name) {
    Snapshot head = table.currentSnapshot();
    return head == null ? 0 : PropertyUtil.propertyAsLong(head.summary(), name, 0);
  }
}
