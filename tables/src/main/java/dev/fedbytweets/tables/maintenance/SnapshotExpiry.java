package dev.fedbytweets.tables.maintenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/// Takes old snapshots out of a table's metadata. Their files stay where they are.
final class SnapshotExpiry {

  private final Table table;
  private final MaintenanceSettings settings;
  private final Instant now;

  SnapshotExpiry(Table table, MaintenanceSettings settings, Instant now) {
    this.table = table;
    this.settings = settings;
    this.now = now;
  }

  /// The snapshots that are old enough. Those that a branch or a tag of someone keeps are not among
  /// them.
  List<Snapshot> plan() {
    return MaintenanceNeed.keepsFiles(table) ? List.of() : expiry().apply();
  }

  /// Expires them, after making sure that the current snapshot says all that they say of the table:
  /// then they may expire by another engine, too.
  ///
  /// @return the snapshots that are gone
  List<Snapshot> run() {
    StandingEntries.ensureInHead(table);
    if (plan().isEmpty()) {
      return List.of();
    }
    List<Snapshot> before = new ArrayList<>();
    table.snapshots().forEach(before::add);
    expiry().commit();
    table.refresh();
    Set<Long> kept =
        StreamSupport.stream(table.snapshots().spliterator(), false)
            .map(Snapshot::snapshotId)
            .collect(Collectors.toSet());
    return before.stream().filter(snapshot -> !kept.contains(snapshot.snapshotId())).toList();
  }

  private ExpireSnapshots expiry() {
    return table
        .expireSnapshots()
        .expireOlderThan(now.minus(settings.snapshotAge()).toEpochMilli())
        .retainLast(settings.leastSnapshots())
        .cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
  }
}
