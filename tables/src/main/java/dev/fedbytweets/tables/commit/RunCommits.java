package dev.fedbytweets.tables.commit;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/// The runs in a table's history.
public final class RunCommits {

  private RunCommits() {}

  /// What a run committed to a table.
  ///
  /// @param first when it committed first
  /// @param counts of all its commits together
  public record Commits(Instant first, Counts counts) {

    Commits and(Commits later) {
      return new Commits(first, counts.plus(later.counts));
    }
  }

  /// What each run committed, as far as the table's history reaches; oldest run first.
  public static Map<RunName, Commits> of(Table table) {
    List<Snapshot> newestFirst = new ArrayList<>();
    SnapshotUtil.currentAncestors(table).forEach(newestFirst::add);
    Map<RunName, Commits> runs = new LinkedHashMap<>();
    for (Snapshot snapshot : newestFirst.reversed()) {
      Commits commits =
          new Commits(
              Instant.ofEpochMilli(snapshot.timestampMillis()), CommitSummary.counts(snapshot));
      CommitSummary.run(snapshot).ifPresent(run -> runs.merge(run, commits, Commits::and));
    }
    return runs;
  }
}
