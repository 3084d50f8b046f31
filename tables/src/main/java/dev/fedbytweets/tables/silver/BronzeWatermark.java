package dev.fedbytweets.tables.silver;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;

/// How far into its bronze table a silver table reaches. Each silver snapshot of ours carries it in
/// its summary.
///
/// @param table the bronze table that was read; empty in watermarks of earlier versions, which say
///     nothing about it and are taken for the present table's
/// @param snapshotId the bronze snapshot that was read, for people to look up
/// @param sequenceNumber silver holds all files of that table with this or a smaller data sequence
///     number
/// @param rule the oldest [MergeRule#NUMBER] under which rows of silver were merged
record BronzeWatermark(Optional<UUID> table, long snapshotId, long sequenceNumber, int rule) {

  private static final String TABLE = "fedbytweets.bronze-table-uuid";
  private static final String SNAPSHOT = "fedbytweets.bronze-snapshot-id";
  private static final String SEQUENCE = "fedbytweets.bronze-sequence-number";
  private static final String RULE = "fedbytweets.merge-rule";

  BronzeWatermark {
    Objects.requireNonNull(table, "table");
  }

  /// Reads the watermark from the newest snapshot that carries one.
  ///
  /// @param ancestry newest first
  /// @return empty if none does, and then all of bronze has to be read
  static Optional<BronzeWatermark> newest(Iterable<Snapshot> ancestry) {
    for (Snapshot snapshot : ancestry) {
      Map<String, String> summary = snapshot.summary();
      if (summary.containsKey(SEQUENCE)) {
        return Optional.of(
            new BronzeWatermark(
                Optional.ofNullable(summary.get(TABLE)).map(UUID::fromString),
                Long.parseLong(summary.getOrDefault(SNAPSHOT, "-1")),
                Long.parseLong(summary.get(SEQUENCE)),
                Integer.parseInt(summary.getOrDefault(RULE, "1"))));
      }
    }
    return Optional.empty();
  }

  /// The largest sequence number of a bronze table that silver holds: 0, which is before the first,
  /// if the watermark was taken from another table. A table that is dropped and made anew is
  /// another table, and its sequence numbers start anew.
  long sequenceNumberIn(Table bronze) {
    return table.isEmpty() || table.get().equals(bronze.uuid()) ? sequenceNumber : 0;
  }

  /// Adds the watermark to the summary of the snapshot that a commit will make.
  void set(SnapshotUpdate<?> update) {
    table.ifPresent(uuid -> update.set(TABLE, uuid.toString()));
    update.set(SNAPSHOT, Long.toString(snapshotId));
    update.set(SEQUENCE, Long.toString(sequenceNumber));
    update.set(RULE, Integer.toString(rule));
  }
}
