package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.commit.CommitSummary;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;

/// How far into its bronze table a silver table reaches. Each silver snapshot of ours carries it in
/// its summary.
///
/// @param snapshotId the bronze snapshot that was read, for people to look up
/// @param sequenceNumber silver holds all bronze files with this or a smaller data sequence number
record BronzeWatermark(long snapshotId, long sequenceNumber) {

  private static final String SNAPSHOT = "fedbytweets.bronze-snapshot-id";
  private static final String SEQUENCE = "fedbytweets.bronze-sequence-number";

  /// Reads the watermark from the newest snapshot that carries one.
  ///
  /// @param ancestry newest first
  /// @return empty if none does, and then all of bronze has to be read
  static Optional<BronzeWatermark> newest(Iterable<Snapshot> ancestry) {
    return CommitSummary.newest(ancestry, SEQUENCE)
        .map(
            sequence ->
                new BronzeWatermark(
                    CommitSummary.newest(ancestry, SNAPSHOT).map(Long::parseLong).orElse(-1L),
                    Long.parseLong(sequence)));
  }

  /// Adds the watermark to the summary of the snapshot that a commit will make.
  void set(SnapshotUpdate<?> update) {
    update.set(SNAPSHOT, Long.toString(snapshotId));
    update.set(SEQUENCE, Long.toString(sequenceNumber));
  }
}
