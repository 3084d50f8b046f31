package dev.fedbytweets.tables.commit;

import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/// A table as it was when it was loaded, for one commit: refreshing asks the catalog only after a
/// commit that failed. Iceberg refreshes before each commit and after it, but what decides is the
/// catalog, which takes no commit that starts from anything but the table's present state. A second
/// commit fails at first, since it does not, and is tried again after a refresh. Not safe for use
/// by several threads.
public final class PinnedOperations implements TableOperations {

  private final TableOperations operations;

  /// Null if a commit failed: it may have happened.
  private TableMetadata state;

  private PinnedOperations(TableOperations operations) {
    this.operations = operations;
    this.state = operations.current();
  }

  /// A table as it is now.
  ///
  /// @param table of a catalog, just loaded
  public static Table pin(Table table) {
    TableOperations operations = ((HasTableOperations) table).operations();
    return new BaseTable(new PinnedOperations(operations), table.name());
  }

  @Override
  public TableMetadata current() {
    return refresh();
  }

  @Override
  public TableMetadata refresh() {
    if (state == null) {
      state = operations.refresh();
    }
    return state;
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    state = null;
    operations.commit(base, metadata);
    state = metadata;
  }

  @Override
  public FileIO io() {
    return operations.io();
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
