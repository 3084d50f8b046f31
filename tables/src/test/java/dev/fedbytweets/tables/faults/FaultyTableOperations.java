package dev.fedbytweets.tables.faults;

import dev.fedbytweets.core.faults.FaultInjector;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/// A table whose commits and files can break.
public final class FaultyTableOperations implements TableOperations {

  private final TableOperations operations;
  private final FaultInjector faults;

  /// @param operations of the real catalog
  public FaultyTableOperations(TableOperations operations, FaultInjector faults) {
    this.operations = operations;
    this.faults = faults;
  }

  @Override
  public TableMetadata current() {
    return operations.current();
  }

  @Override
  public TableMetadata refresh() {
    return faults.around("refresh", operations::refresh);
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    faults.around("commit", () -> operations.commit(base, metadata));
  }

  @Override
  public FileIO io() {
    return new FaultyFileIO(operations.io(), faults);
  }

  @Override
  public EncryptionManager encryption() {
    return operations.encryption();
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return operations.metadataFileLocation(fileName);
  }

  @Override
  public LocationProvider locationProvider() {
    return operations.locationProvider();
  }

  @Override
  public long newSnapshotId() {
    return operations.newSnapshotId();
  }

  @Override
  public boolean requireStrictCleanup() {
    return operations.requireStrictCleanup();
  }
}
