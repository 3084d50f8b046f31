package dev.fedbytweets.tables.faults;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;

/// A catalog with its files in memory, every operation of which can break.
public final class FaultyCatalog extends InMemoryCatalog {

  private static final String WAREHOUSE = "memory://lake";

  private final FaultInjector faults;
  private final Map<String, Instant> created = new ConcurrentHashMap<>();

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
        TableIdentifier.of(definition.layer().lowerCase(), definition.name().lowerCase()), false);
  }

  /// The data files, manifests and manifest lists that there are, with the time of their creation.
  /// Metadata files are not among them.
  public Map<String, Instant> files() {
    return created;
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier name) {
    return new FaultyTableOperations(super.newTableOps(name), faults, created);
  }
}
