package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.tables.files.RowDeletes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one table small. Not safe for use by several threads; other processes may write to the
/// table meanwhile.
public final class TableMaintenance {

  private static final Logger LOG = LoggerFactory.getLogger(TableMaintenance.class);

  private static final int MOST_ATTEMPTS = 10;

  /// What one commit takes in: enough that commits are few, little enough to lose by being killed.
  private static final long BYTES_AT_ONCE = 1L << 30;

  private final Table table;
  private final long upTo;
  private final MaintenanceSettings settings;
  private final InstantSource clock;

  private int filesBefore;
  private int filesAfter;
  private long bytesBefore;
  private long bytesAfter;

  /// @param upTo files with a larger data sequence number are not written anew: the reader that
  ///     follows the table by these numbers has not read them yet, and would read the rows that it
  ///     knows once more, and all in one piece. [Long#MAX_VALUE] if nobody follows the table
  public TableMaintenance(
      Table table, long upTo, MaintenanceSettings settings, InstantSource clock) {
    this.table = table;
    this.upTo = upTo;
    this.settings = settings;
    this.clock = clock;
  }

  /// What [#run] would do now. Changes nothing.
  public MaintenancePlan plan() {
    table.refresh();
    Snapshot head = table.currentSnapshot();
    List<FileGroup> groups = head == null ? List.of() : planner().plan(head, RowDeletes.of(table));
    List<Snapshot> expiring = expiry().plan();
    List<RemovableFile> removals = removals(expiring);
    return new MaintenancePlan(
        groups, new ManifestRewrite(table, settings).smallManifests(), expiring.size(), removals);
  }

  /// Does it.
  ///
  /// @param deadline after which no further files are written anew
  /// @throws RetryableException if others changed the same files again and again
  public MaintenanceReport run(Instant deadline) {
    table.refresh();
    if (!compact(deadline)) {
      return report(0, 0, List.of(), false);
    }
    int manifests = new ManifestRewrite(table, settings).run();
    List<Snapshot> expired = expiry().run();
    List<RemovableFile> removals = removals(expired);
    removals.forEach(this::remove);
    MaintenanceNeed.satisfied(table);
    return report(manifests, expired.size(), removals, true);
  }

  /// @return false if the time was up
  private boolean compact(Instant deadline) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Snapshot head = table.currentSnapshot();
      if (head == null) {
        return true;
      }
      RowDeletes deletes = RowDeletes.of(table);
      switch (compact(head, planner().plan(head, deletes), deletes, deadline)) {
        case DONE -> {
          return true;
        }
        case TIME_IS_UP -> {
          return false;
        }
        case OVERTAKEN -> table.refresh();
      }
    }
    throw new RetryableException(
        "%s: others changed the files that were to be compacted, %d times in a row"
            .formatted(table.name(), MOST_ATTEMPTS));
  }

  private Outcome compact(
      Snapshot base, List<FileGroup> groups, RowDeletes deletes, Instant deadline) {
    Set<String> left = new HashSet<>();
    deletes.changed().forEach(live -> left.add(live.file().location()));
    int next = 0;
    boolean isDone = groups.isEmpty() && deletes.files().isEmpty();
    while (!isDone) {
      if (!clock.instant().isBefore(deadline)) {
        return Outcome.TIME_IS_UP;
      }
      try (Compaction compaction = new Compaction(table, base)) {
        long bytes = 0;
        while (next < groups.size() && bytes < BYTES_AT_ONCE) {
          compaction.add(groups.get(next));
          bytes += groups.get(next).bytes();
          next++;
        }
        compaction.replaced().forEach(file -> left.remove(file.location()));
        isDone = next == groups.size();
        List<DeleteFile> applied = isDone && left.isEmpty() ? deletes.files() : List.of();
        if (!compaction.commit(applied)) {
          return Outcome.OVERTAKEN;
        }
        count(compaction);
      }
    }
    return Outcome.DONE;
  }

  private void count(Compaction compaction) {
    filesBefore += compaction.replaced().size();
    filesAfter += compaction.written().size();
    bytesBefore += bytes(compaction.replaced());
    bytesAfter += bytes(compaction.written());
  }

  private void remove(RemovableFile file) {
    LOG.atInfo()
        .addKeyValue("file", file.location())
        .addKeyValue("bytes", file.bytes())
        .addKeyValue("reason", file.reason())
        .log("a file is removed");
    table.io().deleteFile(file.location());
  }

  private MaintenanceReport report(
      int manifests, int snapshots, List<RemovableFile> removals, boolean isComplete) {
    return new MaintenanceReport(
        filesBefore,
        filesAfter,
        bytesBefore,
        bytesAfter,
        manifests,
        snapshots,
        removals,
        StoredSize.of(table),
        isComplete);
  }

  private CompactionPlanner planner() {
    return new CompactionPlanner(table, upTo, settings, clock.instant());
  }

  private SnapshotExpiry expiry() {
    return new SnapshotExpiry(table, settings, clock.instant());
  }

  private List<RemovableFile> removals(List<Snapshot> expired) {
    return MaintenanceNeed.keepsFiles(table)
        ? List.of()
        : new UnreachableFiles(table, clock.instant().minus(settings.orphanAge())).find(expired);
  }

  private static long bytes(List<DataFile> files) {
    return files.stream().mapToLong(DataFile::fileSizeInBytes).sum();
  }

  /// How compacting what was planned ended.
  private enum Outcome {
    /// All of it is compacted.
    DONE,
    /// Some of it is left.
    TIME_IS_UP,
    /// Somebody else changed the files.
    OVERTAKEN
  }
}
