package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.tables.commit.CommitSummary;
import dev.fedbytweets.tables.commit.StartsFrom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.SnapshotUtil;

/// What the summaries of snapshots say of the table, not of one commit: how far it reaches.
public final class StandingEntries {

  private StandingEntries() {}

  /// Lets a commit say again what the table's history says. The commit must be bound to the present
  /// head ([StartsFrom]): on top of a later one it would say what is no longer true.
  public static void repeat(SnapshotUpdate<?> update, Table table) {
    CommitSummary.standing(SnapshotUtil.currentAncestors(table)).forEach(update::set);
  }

  /// Makes sure that the current snapshot itself says what the history says. It does not after a
  /// commit of another engine; then an empty commit says it.
  static void ensureInHead(Table table) {
    boolean isIn = isInHead(table);
    while (!isIn) {
      AppendFiles nothing = table.newAppend();
      repeat(nothing, table);
      nothing.validateWith(new StartsFrom(table.currentSnapshot()));
      try {
        nothing.commit();
        isIn = true;
      } catch (ValidationException e) {
        table.refresh();
        isIn = isInHead(table);
      }
    }
  }

  /// Whether a snapshot is the current one.
  static boolean isHead(Table table, Snapshot snapshot) {
    return Objects.equals(
        table.currentSnapshot() == null ? null : table.currentSnapshot().snapshotId(),
        snapshot == null ? null : snapshot.snapshotId());
  }

  private static boolean isInHead(Table table) {
    Map<String, String> standing = CommitSummary.standing(SnapshotUtil.currentAncestors(table));
    return table.currentSnapshot() == null
        || CommitSummary.standing(List.of(table.currentSnapshot())).equals(standing);
  }
}
