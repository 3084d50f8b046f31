package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RowDeletes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.PropertyUtil;
import org.apache.iceberg.util.StructLikeMap;

/// Finds the files of a table that are written anew: small ones of a partition that has many, and
/// those of which another engine deleted rows.
final class CompactionPlanner {

  private static final long DEFAULT_TARGET_BYTES = 64L << 20;

  private final Table table;
  private final long upTo;
  private final MaintenanceSettings settings;
  private final LocalDate settledBefore;
  private final long targetBytes;

  /// @param upTo files with a larger data sequence number are left alone
  CompactionPlanner(Table table, long upTo, MaintenanceSettings settings, Instant now) {
    this.table = table;
    this.upTo = upTo;
    this.settings = settings;
    this.settledBefore = LocalDate.ofInstant(now.minus(settings.settledAge()), ZoneOffset.UTC);
    this.targetBytes =
        PropertyUtil.propertyAsLong(
            table.properties(), "write.target-file-size-bytes", DEFAULT_TARGET_BYTES);
  }

  /// Plans for a snapshot.
  ///
  /// @param deletes what other engines deleted of it
  List<FileGroup> plan(Snapshot snapshot, RowDeletes deletes) {
    PartitionSpec spec = table.spec();
    StructLikeMap<List<LiveFile>> partitions = StructLikeMap.create(spec.partitionType());
    for (DataFile file : CommittedFiles.after(CommittedFiles.ALL, table, snapshot)) {
      if (file.specId() == spec.specId() && file.dataSequenceNumber() <= upTo) {
        partitions
            .computeIfAbsent(file.partition(), partition -> new ArrayList<>())
            .add(deletes.in(file));
      }
    }
    List<FileGroup> groups = new ArrayList<>();
    partitions.forEach(
        (partition, files) -> plan(spec.isUnpartitioned() ? null : partition, files, groups));
    return groups;
  }

  private void plan(StructLike partition, List<LiveFile> files, List<FileGroup> groups) {
    long small = files.stream().filter(this::isSmall).count();
    boolean hasMany = small >= (isSettled(partition) ? 2 : settings.leastSmallFiles());
    List<LiveFile> group = new ArrayList<>();
    long bytes = 0;
    for (LiveFile live : files) {
      if (hasDeletedRows(live) || (hasMany && isSmall(live))) {
        if (bytes + live.file().fileSizeInBytes() > mostBytes()) {
          addGroup(partition, group, groups);
          group.clear();
          bytes = 0;
        }
        group.add(live);
        bytes += live.file().fileSizeInBytes();
      }
    }
    addGroup(partition, group, groups);
  }

  private static void addGroup(StructLike partition, List<LiveFile> files, List<FileGroup> groups) {
    if (files.stream().anyMatch(CompactionPlanner::hasDeletedRows)) {
      groups.add(new FileGroup(partition, files, FileGroup.Reason.DELETED_ROWS));
    } else if (files.size() > 1) {
      groups.add(new FileGroup(partition, files, FileGroup.Reason.SMALL_FILES));
    }
  }

  /// Less than what is surely filled by two files that do not fit into one.
  private boolean isSmall(LiveFile live) {
    return live.file().fileSizeInBytes() < targetBytes / 2;
  }

  /// How large a group may be. The writer counts what waits in memory as it is, not compressed, and
  /// must not take the last rows for the beginning of another file.
  private long mostBytes() {
    return targetBytes / 4 * 3;
  }

  private static boolean hasDeletedRows(LiveFile live) {
    return !live.deleted().isEmpty();
  }

  /// Whether the partition's day is long over.
  private boolean isSettled(StructLike partition) {
    if (partition == null || partition.size() != 1) {
      return false;
    }
    Integer day = partition.get(0, Integer.class);
    return day != null && LocalDate.ofEpochDay(day).isBefore(settledBefore);
  }
}
