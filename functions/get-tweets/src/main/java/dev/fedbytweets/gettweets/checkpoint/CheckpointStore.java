package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import java.util.Optional;

/// The checkpoints of a lake: one object for each subject.
public final class CheckpointStore {

  private final ObjectStore store;

  public CheckpointStore(ObjectStore store) {
    this.store = store;
  }

  /// The subject's checkpoint; empty if it was never collected.
  ///
  /// @throws dev.fedbytweets.core.failure.RejectedException if it cannot be read
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if a newer version of the
  ///     program wrote it
  public Optional<Checkpoint> read(SubjectName subject) {
    String key = LakeLayout.checkpoint(subject);
    return store.read(key).map(object -> CheckpointJson.read(store.describe(key), object.body()));
  }

  /// The subject's checkpoint, to be saved again.
  public SavedCheckpoint open(SubjectName subject) {
    return new SavedCheckpoint(store, LakeLayout.checkpoint(subject), subject);
  }
}
