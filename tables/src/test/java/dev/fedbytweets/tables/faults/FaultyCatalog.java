package dev.fedbytweets.tables.faults;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.Map;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;

/// A catalog with its files in memory, every operation of which can break.
public final class FaultyCatalog extends InMemoryCatalog {

  private static final String WAREHOUSE = "memory://lake";

  private final FaultInjector faults;

  private FaultyCatalog(FaultInjector faults) {
    this.faults = faults;
  }

  /// An empty lake.
  public static LakeTables emptyLake(FaultInjector faults) {
    return empty(faults).lake();
  }

  /// A catalog without tables.
  public static FaultyCatalog empty(FaultInjector faults) {
    FaultyCatalog catalog = new FaultyCatalog(faults);
    catalog.initialize("lake", Map.of("warehouse", WAREHOUSE));
    return catalog;
  }

  /// The lake whose tables this catalog holds.
  public LakeTables lake() {
    return LakeTables.of(this, WAREHOUSE, "");
  }

  /// Drops a table; its files stay.
  public void drop(TableDefinition<?> definition) {
    dropTable(
        TableIdentifier.of(definition.layer().lowerCase(), definition.entity().lowerCase()), false);
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier name) {
    return new FaultyTableOperations(super.newTableOps(name), faults);
  }
}
