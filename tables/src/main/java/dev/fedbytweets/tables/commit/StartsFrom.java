package dev.fedbytweets.tables.commit;

import java.util.Iterator;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;

/// Lets a commit succeed only on top of the snapshot that was read: what was read must be what is
/// replaced, so any commit in between makes the work start over.
///
/// @param base the snapshot that was read, null if the table had none
public record StartsFrom(Snapshot base) implements SnapshotAncestryValidator {

  @Override
  public boolean validate(Iterable<Snapshot> ancestry) {
    Iterator<Snapshot> snapshots = ancestry.iterator();
    if (base == null || !snapshots.hasNext()) {
      return base == null && !snapshots.hasNext();
    }
    return snapshots.next().snapshotId() == base.snapshotId();
  }

  @Override
  public String errorMessage() {
    return "another commit came first";
  }
}
