package dev.fedbytweets.local.lake;

import dev.fedbytweets.contracts.forgotten.ForgettingStore;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import java.time.Instant;
import java.util.Optional;

/// An open local lake. A process that changes it takes the [LakeLock] first.
public final class Lake implements AutoCloseable {

  private final LakeDirectory directory;
  private final ObjectStore store;
  private final LakeTables tables;
  private final Optional<String> repair;

  private Lake(LakeDirectory directory, LakeTables tables, Optional<String> repair) {
    this.directory = directory;
    this.store = new ForgettingStore(new LocalObjectStore(directory));
    this.tables = tables;
    this.repair = repair;
  }

  /// Opens a lake, which may be new, to change it: mends its catalog, if need be, and lets its
  /// tables' metadata name this folder. The caller holds its lock.
  ///
  /// @throws MisconfiguredException if the catalog cannot be read
  public static Lake open(LakeDirectory directory) {
    CatalogRepair repair = CatalogRepair.of(directory);
    Optional<String> repaired =
        repair.isNeeded() ? Optional.of(repair.mend(Instant.now())) : Optional.empty();
    Lake lake = new Lake(directory, LocalTables.open(directory), repaired);
    TableLocations.correct(lake.tables, directory);
    return lake;
  }

  /// Opens a lake that exists already, to read it: each table stays as it was when it was first
  /// asked for. If its catalog has to be mended, the lock is
  /// held meanwhile.
  ///
  /// @throws RejectedException if there is none, or another process works on one whose catalog
  ///     cannot be used
  /// @throws MisconfiguredException if the catalog cannot be read
  public static Lake openExisting(LakeDirectory directory) {
    directory.requireLake();
    Optional<String> repaired = mended(directory);
    return new Lake(directory, LocalTables.open(directory).keepingState(), repaired);
  }

  private static Optional<String> mended(LakeDirectory directory) {
    if (!CatalogRepair.of(directory).isNeeded()) {
      return Optional.empty();
    }
    try (LakeLock _ = LakeLock.take(directory)) {
      CatalogRepair repair = CatalogRepair.of(directory);
      return repair.isNeeded() ? Optional.of(repair.mend(Instant.now())) : Optional.empty();
    }
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

  /// What was mended when the lake was opened, in one line for a person; empty if nothing.
  public Optional<String> repair() {
    return repair;
  }

  @Override
  public void close() {
    tables.close();
  }
}
