package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.commit.Summary;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;

/// How far into its bronze table a state of a silver table reaches.
///
/// @param snapshotId the bronze snapshot that was read
/// @param sequenceNumber what silver has taken in: all files with this or a smaller sequence
///     number
record BronzePoint(long snapshotId, long sequenceNumber) {

  private static final String SNAPSHOT = "fedbytweets.bronze-snapshot-id";
  private static final String SEQUENCE = "fedbytweets.bronze-sequence-number";

  /// What the newest of these snapshots that says it says; empty if none does, and then all of
  /// bronze has to be read.
  static Optional<BronzePoint> newest(Iterable<Snapshot> ancestry) {
    return Summary.newest(ancestry, SEQUENCE)
        .map(
            sequence ->
                new BronzePoint(
                    Summary.newest(ancestry, SNAPSHOT).map(Long::parseLong).orElse(-1L),
                    Long.parseLong(sequence)));
  }

  void set(SnapshotUpdate<?> update) {
    update.set(SNAPSHOT, Long.toString(snapshotId));
    update.set(SEQUENCE, Long.toString(sequenceNumber));
  }
}
