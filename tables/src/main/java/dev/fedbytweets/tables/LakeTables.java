package dev.fedbytweets.tables;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.tables.commit.PinnedOperations;
import dev.fedbytweets.tables.io.CachingFileIO;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;

/// The catalog of a lake. A table is created when it is first asked for; later it gets the columns
/// that have been added to its definition since.
public final class LakeTables implements AutoCloseable {

  /// The name of the catalog, which some catalogs store.
  public static final String CATALOG = "lake";

  private final Catalog catalog;
  private final String root;
  private final String prefix;
  private final boolean keepsState;
  private final Map<TableDefinition<?>, Optional<Table>> kept = new HashMap<>();

  private LakeTables(Catalog catalog, String root, String prefix, boolean keepsState) {
    this.catalog = catalog;
    this.root = root;
    this.prefix = prefix;
    this.keepsState = keepsState;
  }

  /// Opens a catalog.
  ///
  /// @param properties Iceberg's catalog properties: at least `catalog-impl`, `io-impl` and
  ///     `warehouse`, the root of the lake
  /// @param prefix stands before `bronze` and `silver` in the names of the databases:
  ///     `production_`, or nothing
  public static LakeTables open(Map<String, String> properties, String prefix) {
    String implementation = properties.get(CatalogProperties.CATALOG_IMPL);
    String warehouse = properties.get(CatalogProperties.WAREHOUSE_LOCATION);
    if (implementation == null || warehouse == null) {
      throw new MisconfiguredException("a catalog needs the properties catalog-impl and warehouse");
    }
    Map<String, String> others = CachingFileIO.before(properties);
    others.remove(CatalogProperties.CATALOG_IMPL);
    Catalog catalog = CatalogUtil.loadCatalog(implementation, CATALOG, others, null);
    return of(catalog, warehouse, prefix);
  }

  /// The same over a catalog that is open already.
  ///
  /// @param warehouse the root of the lake
  public static LakeTables of(Catalog catalog, String warehouse, String prefix) {
    String root =
        warehouse.endsWith("/") ? warehouse.substring(0, warehouse.length() - 1) : warehouse;
    return new LakeTables(catalog, root, prefix, false);
  }

  /// The same catalog for a reader, and for one thread: each table stays as it was when it was
  /// first asked for, and is read once.
  public LakeTables keepingState() {
    return new LakeTables(catalog, root, prefix, true);
  }

  /// The table, which is created or gets missing columns first if need be.
  ///
  /// @throws MisconfiguredException if somebody changed how the table is partitioned: files are
  ///     written and looked for by the partitions of its definition
  public Table table(TableDefinition<?> definition) {
    Optional<Table> existing = existing(definition);
    if (existing.isPresent()) {
      requirePartitions(definition, existing.get().spec());
      return migrated(existing.get(), definition.schema());
    }
    TableIdentifier name = name(definition);
    createNamespace(name.namespace());
    try {
      return catalog
          .buildTable(name, definition.schema())
          .withPartitionSpec(definition.spec())
          .withLocation(root + "/" + LakeLayout.table(definition.layer(), definition.name()))
          .withProperties(definition.properties())
          .create();
    } catch (AlreadyExistsException e) {
      return catalog.loadTable(name);
    }
  }

  /// The same table for one commit, and for one thread: as it is now, until that commit has
  /// succeeded or failed. A commit from a state that the table has left is refused, so nothing is
  /// asked in between.
  public Table pinned(TableDefinition<?> definition) {
    return PinnedOperations.pin(table(definition));
  }

  /// The table as it is, for readers; empty if it has not been created yet.
  public Optional<Table> existing(TableDefinition<?> definition) {
    return keepsState ? kept.computeIfAbsent(definition, this::load) : load(definition);
  }

  @Override
  public void close() {
    if (catalog instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close the catalog", e);
      }
    }
  }

  private Optional<Table> load(TableDefinition<?> definition) {
    try {
      return Optional.of(catalog.loadTable(name(definition)));
    } catch (NoSuchTableException e) {
      return Optional.empty();
    }
  }

  private TableIdentifier name(TableDefinition<?> definition) {
    Namespace database = Namespace.of(prefix + definition.layer().lowerCase());
    return TableIdentifier.of(database, definition.name().lowerCase());
  }

  private void createNamespace(Namespace namespace) {
    if (!(catalog instanceof SupportsNamespaces namespaces)
        || namespaces.namespaceExists(namespace)) {
      return;
    }
    try {
      namespaces.createNamespace(namespace);
    } catch (RuntimeException e) {
      // Catalogs report in different ways that another process was faster, which is as good.
      if (!namespaces.namespaceExists(namespace)) {
        throw e;
      }
    }
  }

  private static void requirePartitions(TableDefinition<?> definition, PartitionSpec actual) {
    String wanted = partitions(definition.spec());
    if (!partitions(actual).equals(wanted)) {
      throw new MisconfiguredException(
          "%s is partitioned by [%s], and must be by [%s]: somebody changed its partition fields"
              .formatted(definition, partitions(actual), wanted));
    }
  }

  /// As in `day(created_at), lang`. Columns are known by their names: their identifiers differ
  /// between a table and its definition.
  private static String partitions(PartitionSpec spec) {
    return spec.fields().stream()
        .filter(field -> !field.transform().isVoid())
        .map(field -> partition(field, spec.schema()))
        .collect(Collectors.joining(", "));
  }

  private static String partition(PartitionField field, Schema schema) {
    String column = schema.findColumnName(field.sourceId());
    return field.transform().isIdentity() ? column : "%s(%s)".formatted(field.transform(), column);
  }

  private static Table migrated(Table table, Schema wanted) {
    UpdateSchema update = upToDate(table, wanted);
    if (!update.apply().sameSchema(table.schema())) {
      update.commit();
    }
    return table;
  }

  /// A change of a table's columns, not committed: adds those that an earlier version did not have.
  ///
  /// @param wanted the columns of its definition, known by their names
  public static UpdateSchema upToDate(Table table, Schema wanted) {
    UpdateSchema update = table.updateSchema();
    wanted.columns().stream()
        .filter(column -> table.schema().findField(column.name()) == null)
        .forEach(column -> update.addColumn(column.name(), column.type()));
    return update;
  }
}
