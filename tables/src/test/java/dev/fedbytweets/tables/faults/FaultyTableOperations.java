package dev.fedbytweets.tables.faults;

import dev.fedbytweets.core.faults.FaultInjector;
import java.time.Instant;
import java.util.Map;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/// A table whose commits and files can break.
public final class FaultyTableOperations implements TableOperations {

  private final TableOperations operations;
  private final FaultInjector faults;
  private final Map<String, Instant> created;

  /// @param operations of the real catalog
  /// @param created when each file of the lake was created, for listings; files are added
  public FaultyTableOperations(
      TableOperations operations, FaultInjector faults, Map<String, Instant> created) {
    this.operations = operations;
    this.faults = faults;
    this.created = created;
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
    return new FaultyFileIO(operations.io(), faults, created);
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
