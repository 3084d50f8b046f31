package dev.fedbytweets.local.status;

import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.processraw.PendingPages;
import dev.fedbytweets.processraw.PendingPages.PendingPage;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.tables.silver.SilverTable;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;

/// What the tables lack: an import, a run or a rebuild was interrupted, or is still at work.
///
/// @param pages how many stored pages are not in all bronze tables
/// @param missing pages that come next in the journal and are not stored: an import was killed
///     before it stored them, or somebody removed them
/// @param rows by silver table, how many rows of its bronze table are not merged yet; none is 0
public record Backlog(long pages, List<PageKey> missing, Map<String, Long> rows) {

  public Backlog {
    missing = List.copyOf(missing);
    rows = Map.copyOf(rows);
  }

  /// Looks at what comes after the tables. The time that it takes grows with what they lack only.
  public static Backlog of(Lake lake) {
    List<PageKey> pending =
        new PendingPages(lake.store())
            .after(positions(lake.tables()), Integer.MAX_VALUE).stream()
                .map(PendingPage::key)
                .toList();
    Map<Boolean, List<PageKey>> byStored =
        pending.stream()
            .collect(
                Collectors.partitioningBy(
                    page -> Files.exists(lake.directory().root().resolve(page.key()))));
    return new Backlog(byStored.get(true).size(), byStored.get(false), rows(lake.tables()));
  }

  /// Whether the tables hold all that there is.
  public boolean isEmpty() {
    return pages == 0 && rows.isEmpty();
  }

  /// As far as all bronze tables have come.
  private static Positions positions(LakeTables tables) {
    return definitions(Layer.BRONZE).values().stream()
        .flatMap(definition -> positions(definition, tables).stream())
        .reduce(Positions::earliest)
        .orElse(Positions.START);
  }

  /// Empty if the table's history does not say it any more: the next run finds it out.
  private static <R extends Record> Optional<Positions> positions(
      TableDefinition<R> definition, LakeTables tables) {
    Optional<BronzeTable<R>> bronze =
        tables.existing(definition).map(table -> new BronzeTable<>(definition, table));
    return bronze.isEmpty()
        ? Optional.of(Positions.START)
        : bronze.filter(BronzeTable::knowsPositions).map(BronzeTable::positions);
  }

  private static Map<String, Long> rows(LakeTables tables) {
    Map<TableName, TableDefinition<?>> silver = definitions(Layer.SILVER);
    Map<String, Long> rows = new TreeMap<>();
    definitions(Layer.BRONZE)
        .forEach(
            (entity, definition) -> {
              Optional<Table> bronze = tables.existing(definition);
              long pending =
                  bronze
                      .map(
                          table ->
                              SilverTable.pendingRows(tables.existing(silver.get(entity)), table))
                      .orElse(0L);
              if (pending > 0) {
                rows.put(silver.get(entity).toString(), pending);
              }
            });
    return rows;
  }

  private static Map<TableName, TableDefinition<?>> definitions(Layer layer) {
    return TableDefinitions.ALL.stream()
        .filter(definition -> definition.layer() == layer)
        .collect(Collectors.toMap(TableDefinition::name, definition -> definition));
  }
}
