package dev.fedbytweets.tables.commit;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/// What commits of ours add to their snapshot's summary: the run, and counts of the rows it saw.
public final class CommitSummary {

  private static final String OURS = "fedbytweets.";
  private static final String RUN = "fedbytweets.run-id";
  private static final String READ = "fedbytweets.read";
  private static final String WRITTEN = "fedbytweets.written";
  private static final String REJECTED = "fedbytweets.rejected";
  private static final String DUPLICATES = "fedbytweets.duplicates";

  /// What is true of one commit only; every other entry of ours is true of the table.
  private static final Set<String> OF_ONE_COMMIT = Set.of(RUN, READ, WRITTEN, REJECTED, DUPLICATES);

  private CommitSummary() {}

  /// Adds the run and its counts to the summary of the snapshot that a commit will make.
  public static void set(SnapshotUpdate<?> update, RunName run, Counts counts) {
    update.set(RUN, run.value());
    update.set(READ, Long.toString(counts.read()));
    update.set(WRITTEN, Long.toString(counts.written()));
    update.set(REJECTED, Long.toString(counts.rejected()));
    update.set(DUPLICATES, Long.toString(counts.duplicates()));
  }

  /// What a commit that changes no row says again: how far the table reaches, which stays true.
  /// Without it, nobody would know any more once the earlier snapshots are expired.
  ///
  /// @param ancestry snapshots, newest first
  /// @return the entries of the newest snapshot that has any; empty if none has
  public static Map<String, String> standing(Iterable<Snapshot> ancestry) {
    for (Snapshot snapshot : ancestry) {
      Map<String, String> entries = new TreeMap<>(snapshot.summary());
      entries.keySet().removeIf(name -> !name.startsWith(OURS) || OF_ONE_COMMIT.contains(name));
      if (!entries.isEmpty()) {
        return entries;
      }
    }
    return Map.of();
  }

  /// The counts of all commits of a run together, as far as the table's history reaches.
  public static Counts countsOf(Table table, RunName run) {
    Counts sum = Counts.NONE;
    for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
      if (run.value().equals(snapshot.summary().get(RUN))) {
        sum = sum.plus(counts(snapshot.summary()));
      }
    }
    return sum;
  }

  /// The value of a summary entry in the newest snapshot that has it.
  ///
  /// @param ancestry snapshots, newest first
  public static Optional<String> newest(Iterable<Snapshot> ancestry, String name) {
    for (Snapshot snapshot : ancestry) {
      String value = snapshot.summary().get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  static Optional<RunName> run(Snapshot snapshot) {
    return Optional.ofNullable(snapshot.summary().get(RUN)).map(RunName::new);
  }

  static Counts counts(Snapshot snapshot) {
    return counts(snapshot.summary());
  }

  private static Counts counts(Map<String, String> summary) {
    return new Counts(
        number(summary, READ),
        number(summary, WRITTEN),
        number(summary, REJECTED),
        number(summary, DUPLICATES));
  }

  private static long number(Map<String, String> summary, String name) {
    return Long.parseLong(summary.getOrDefault(name, "0"));
  }
}
