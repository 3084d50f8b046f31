package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LakeLock;
import dev.fedbytweets.local.lake.TableRemover;
import java.nio.file.Files;

/// An open lake that is locked: no other process can change it meanwhile.
final class LockedLake implements AutoCloseable {

  private final LakeLock lock;
  private final Lake lake;

  private LockedLake(LakeLock lock, Lake lake) {
    this.lock = lock;
    this.lake = lake;
  }

  /// Locks and opens a lake, which may be new.
  ///
  /// @param terminal is told if the catalog had to be mended
  static LockedLake open(LakeDirectory directory, Terminal terminal) {
    LockedLake locked = open(directory, () -> {});
    locked.lake.repair().ifPresent(terminal::say);
    return locked;
  }

  /// Locks and opens a lake after removing its tables.
  ///
  /// @param before runs when the lake is locked, and may end it all with an exception
  /// @throws RejectedException if it has no raw pages
  static LockedLake openEmptied(LakeDirectory directory, Runnable before) {
    if (!Files.isDirectory(directory.root().resolve(LakeLayout.RAW))) {
      throw new RejectedException("there are no raw pages in %s".formatted(directory.root()));
    }
    return open(
        directory,
        () -> {
          before.run();
          TableRemover.removeTables(directory);
        });
  }

  private static LockedLake open(LakeDirectory directory, Runnable preparation) {
    LakeLock lock = LakeLock.take(directory);
    try {
      System.setProperty("lake.log", directory.log().toString());
      preparation.run();
      return new LockedLake(lock, Lake.open(directory));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  Lake lake() {
    return lake;
  }

  @Override
  public void close() {
    lake.close();
    lock.close();
  }
}
