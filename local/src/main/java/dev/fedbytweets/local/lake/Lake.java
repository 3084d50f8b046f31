package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import java.nio.file.Files;

/// An open local lake. A process that changes it takes the [LakeLock] first.
public final class Lake implements AutoCloseable {

  private final LakeDirectory directory;
  private final ObjectStore store;
  private final LakeTables tables;

  private Lake(LakeDirectory directory) {
    this.directory = directory;
    this.store = new LocalObjectStore(directory);
    this.tables = LocalTables.open(directory);
  }

  /// Opens a lake, which may be new.
  ///
  /// @throws RejectedException if its tables were made in another folder
  public static Lake open(LakeDirectory directory) {
    MovedLakeCheck.requireNotMoved(directory);
    return new Lake(directory);
  }

  /// Opens a lake that exists already.
  ///
  /// @throws RejectedException if there is none, or its tables were made in another folder
  public static Lake openExisting(LakeDirectory directory) {
    if (!Files.exists(directory.catalog())) {
      throw new RejectedException(
          "there is no lake in %s: make one with 'demo', 'import' or 'run', or name its folder with --dir"
              .formatted(directory.root()));
    }
    return open(directory);
  }

  public LakeDirectory directory() {
    return directory;
  }

  /// The pages and the state.
  public ObjectStore store() {
    return store;
  }

  /// The tables.
  public LakeTables tables() {
    return tables;
  }

  @Override
  public void close() {
    tables.close();
  }
}
