package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CheckpointStore;
import java.util.Optional;

/// How far collecting has come by all that is stored: the checkpoint, and the pages after it that
/// it does not know yet, because a collector is at it or has died.
public final class CheckpointRecovery {

  private final CheckpointStore checkpoints;
  private final PageStore pages;

  /// @param store of the lake
  public CheckpointRecovery(ObjectStore store) {
    this.checkpoints = new CheckpointStore(store);
    this.pages = new PageStore(store);
  }

  /// The subject's checkpoint with these pages; empty if it was never collected.
  ///
  /// @throws dev.fedbytweets.core.failure.RejectedException if it cannot be read
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if a newer version of the
  ///     program wrote it
  public Optional<Checkpoint> of(SubjectName subject) {
    return checkpoints.read(subject).map(this::withPages);
  }

  private Checkpoint withPages(Checkpoint checkpoint) {
    Optional<PageMetadata> page = pages.after(checkpoint);
    return page.isPresent() ? withPages(checkpoint.adopting(page.get())) : checkpoint;
  }
}
