package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CheckpointStore;
import dev.fedbytweets.gettweets.checkpoint.StoredPage;
import java.util.Optional;

/// Reads how far collecting has come by everything that is stored: the saved checkpoint, and the
/// pages after it that it does not know yet, because a collector is at work or has died. Changes
/// nothing.
public final class CheckpointView {

  private final CheckpointStore checkpoints;
  private final PageStore pages;

  /// @param store of the lake
  public CheckpointView(ObjectStore store) {
    this.checkpoints = new CheckpointStore(store);
    this.pages = new PageStore(store);
  }

  /// The subject's checkpoint after all stored pages; empty if it was never collected.
  ///
  /// @throws dev.fedbytweets.core.failure.RejectedException if it cannot be read
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if a newer version of the
  ///     program wrote it
  public Optional<Checkpoint> read(SubjectName subject) {
    return checkpoints.read(subject).map(this::adoptingStoredPages);
  }

  private Checkpoint adoptingStoredPages(Checkpoint saved) {
    Checkpoint checkpoint = saved;
    Optional<StoredPage> page = pages.nextUnknown(checkpoint);
    while (page.isPresent()) {
      checkpoint = checkpoint.applying(page.get());
      page = pages.nextUnknown(checkpoint);
    }
    return checkpoint;
  }
}
