package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LakeLock;
import dev.fedbytweets.local.lake.TableFolders;
import java.nio.file.Files;

/// A lake that this process alone may change, and its log.
final class OpenLake implements AutoCloseable {

  private final LakeLock lock;
  private final Lake lake;

  private OpenLake(LakeLock lock, Lake lake) {
    this.lock = lock;
    this.lake = lake;
  }

  /// Takes the lake, which may be new.
  static OpenLake take(LakeDirectory directory) {
    return open(directory, () -> {});
  }

  /// Takes a lake that has raw pages, and removes its tables.
  ///
  /// @throws RejectedException if it has none
  static OpenLake takeEmptied(LakeDirectory directory) {
    if (!Files.isDirectory(directory.root().resolve(LakeLayout.RAW))) {
      throw new RejectedException("there are no raw pages in %s".formatted(directory.root()));
    }
    return open(directory, () -> TableFolders.remove(directory));
  }

  private static OpenLake open(LakeDirectory directory, Runnable preparation) {
    LakeLock lock = LakeLock.take(directory);
    try {
      preparation.run();
      System.setProperty("lake.log", directory.log().toString());
      return new OpenLake(lock, Lake.open(directory));
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
