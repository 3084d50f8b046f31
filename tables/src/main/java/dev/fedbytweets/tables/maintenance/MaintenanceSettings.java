package dev.fedbytweets.tables.maintenance;

import java.time.Duration;
import java.util.Objects;

/// What maintenance keeps.
///
/// @param leastSmallFiles how many small files a partition must have before they are rewritten; two
///     are enough once its day is `settledAge` ago
/// @param settledAge how long after its day a partition gets hardly any new files
/// @param leastSmallManifests how many small manifests a table must have before they are rewritten
/// @param snapshotAge how long a snapshot is kept for reading the past
/// @param leastSnapshots how many snapshots are kept however old they are
/// @param orphanAge how long a file that nothing names is kept: a step that still writes may commit
///     it
public record MaintenanceSettings(
    int leastSmallFiles,
    Duration settledAge,
    int leastSmallManifests,
    Duration snapshotAge,
    int leastSnapshots,
    Duration orphanAge) {

  /// Five files, or two after seven days; ten manifests; seven days and five snapshots; three days.
  public static final MaintenanceSettings USUAL =
      new MaintenanceSettings(5, Duration.ofDays(7), 10, Duration.ofDays(7), 5, Duration.ofDays(3));

  public MaintenanceSettings {
    if (leastSmallFiles < 2 || leastSmallManifests < 2) {
      throw new IllegalArgumentException(
          "one file cannot become fewer: %d, %d".formatted(leastSmallFiles, leastSmallManifests));
    }
    if (leastSnapshots < 1) {
      throw new IllegalArgumentException("the current snapshot is always kept: " + leastSnapshots);
    }
    Objects.requireNonNull(settledAge, "settledAge");
    Objects.requireNonNull(snapshotAge, "snapshotAge");
    Objects.requireNonNull(orphanAge, "orphanAge");
  }

  /// The same with another time that snapshots are kept.
  public MaintenanceSettings withSnapshotAge(Duration age) {
    return new MaintenanceSettings(
        leastSmallFiles, settledAge, leastSmallManifests, age, leastSnapshots, orphanAge);
  }
}
