package dev.fedbytweets.tables.maintenance;

import java.util.List;

/// What maintenance of a table did.
///
/// @param filesBefore how many data files were written anew
/// @param filesAfter as how many
/// @param bytesBefore their size
/// @param bytesAfter their size then
/// @param manifests how many small manifests were written anew
/// @param snapshots how many snapshots expired
/// @param removals the files that were removed
/// @param size of the table then
/// @param isComplete false if the time was up: then it goes on when it is called again
public record MaintenanceReport(
    int filesBefore,
    int filesAfter,
    long bytesBefore,
    long bytesAfter,
    int manifests,
    int snapshots,
    List<RemovableFile> removals,
    StoredSize size,
    boolean isComplete) {

  /// Of a table that there is not.
  public static final MaintenanceReport NOTHING =
      new MaintenanceReport(0, 0, 0, 0, 0, 0, List.of(), StoredSize.NOTHING, true);

  public MaintenanceReport {
    removals = List.copyOf(removals);
  }

  /// The size of the files that were removed.
  public long bytesRemoved() {
    return removals.stream().mapToLong(RemovableFile::bytes).sum();
  }
}
