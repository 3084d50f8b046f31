package dev.fedbytweets.tables.faults;

import dev.fedbytweets.tables.LakeTables;
import java.util.Map;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;

/// A catalog with its files in memory, every operation of which can break.
public final class FaultyCatalog extends InMemoryCatalog {

  private static final String WAREHOUSE = "memory://lake";

  private final Faults faults;

  private FaultyCatalog(Faults faults) {
    this.faults = faults;
  }

  /// An empty lake.
  public static LakeTables emptyLake(Faults faults) {
    FaultyCatalog catalog = new FaultyCatalog(faults);
    catalog.initialize("lake", Map.of("warehouse", WAREHOUSE));
    return LakeTables.of(catalog, WAREHOUSE, "");
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier name) {
    return new FaultyTableOperations(super.newTableOps(name), faults);
  }
}
