package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.tables.commit.StartsFrom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.RewriteManifests;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;

/// Removes all of a table but its present state, when nothing of its past may stay. Others may
/// write to it meanwhile.
public final class TablePast {

  private static final int MOST_ATTEMPTS = 10;

  private final Table table;
  private final Instant before;

  /// @param before files that nothing names go if they were written earlier, or if a snapshot that
  ///     is removed now named them; a younger one may be part of a commit that is still to come.
  ///     [Instant#MAX] where nobody else writes
  public TablePast(Table table, Instant before) {
    this.table = table;
    this.before = before;
  }

  /// What went.
  ///
  /// @param snapshots how many
  /// @param files how many
  public record Removed(int snapshots, int files) {}

  /// Removes it. Branches and tags that keep an earlier state go, too.
  ///
  /// @throws RetryableException if others committed first again and again
  public Removed remove() {
    table.refresh();
    if (table.currentSnapshot() == null) {
      return new Removed(0, 0);
    }
    rewriteManifests();
    List<Snapshot> expired = expire();
    // Where age alone decides, nobody needs to know what the snapshots named.
    List<Snapshot> named = before.equals(Instant.MAX) ? List.of() : expired;
    List<RemovableFile> files = new UnreachableFiles(table, before).find(named);
    files.forEach(file -> table.io().deleteFile(file.location()));
    return new Removed(expired.size(), files.size());
  }

  /// A manifest keeps the bounds of the files that the commit removed which wrote it.
  private void rewriteManifests() {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Snapshot head = table.currentSnapshot();
      if (head.allManifests(table.io()).stream().noneMatch(ManifestFile::hasDeletedFiles)) {
        return;
      }
      RewriteManifests rewrite = table.rewriteManifests().rewriteIf(manifest -> true);
      rewrite.clusterBy(file -> "all");
      StandingEntries.repeat(rewrite, table);
      rewrite.validateWith(new StartsFrom(head));
      try {
        rewrite.commit();
        table.refresh();
        return;
      } catch (ValidationException e) {
        table.refresh();
      }
    }
    throw new RetryableException(
        "%s: others committed first, %d times in a row".formatted(table.name(), MOST_ATTEMPTS));
  }

  private List<Snapshot> expire() {
    StandingEntries.ensureInHead(table);
    long head = table.currentSnapshot().snapshotId();
    Map<String, SnapshotRef> others = new HashMap<>(table.refs());
    others.remove(SnapshotRef.MAIN_BRANCH);
    others.values().removeIf(ref -> ref.snapshotId() == head);
    others.forEach(this::removeReference);
    List<Snapshot> earlier = new ArrayList<>();
    table.snapshots().forEach(earlier::add);
    earlier.removeIf(snapshot -> snapshot.snapshotId() == head);
    if (!earlier.isEmpty()) {
      ExpireSnapshots expiry =
          table.expireSnapshots().cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
      earlier.forEach(snapshot -> expiry.expireSnapshotId(snapshot.snapshotId()));
      expiry.commit();
      table.refresh();
    }
    return earlier;
  }

  private void removeReference(String name, SnapshotRef reference) {
    if (reference.isBranch()) {
      table.manageSnapshots().removeBranch(name).commit();
    } else {
      table.manageSnapshots().removeTag(name).commit();
    }
  }
}
