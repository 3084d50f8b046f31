package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.tables.files.LiveFile;
import java.util.List;
import java.util.Objects;
import org.apache.iceberg.StructLike;

/// Data files of one partition that are written anew as one.
///
/// @param partition null in a table without partitions
/// @param files in the order of their commits
/// @param reason why
public record FileGroup(StructLike partition, List<LiveFile> files, Reason reason) {

  /// Why files are written anew.
  public enum Reason {
    /// Another engine deleted rows of them.
    DELETED_ROWS,
    /// They are small.
    SMALL_FILES
  }

  public FileGroup {
    files = List.copyOf(files);
    Objects.requireNonNull(reason, "reason");
  }

  /// The size of the files together.
  public long bytes() {
    return files.stream().mapToLong(live -> live.file().fileSizeInBytes()).sum();
  }

  /// How many rows of them are deleted.
  public long deletedRows() {
    return files.stream().mapToLong(live -> live.deleted().cardinality()).sum();
  }
}
