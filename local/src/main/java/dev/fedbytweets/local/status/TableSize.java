package dev.fedbytweets.local.status;

import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.silver.SilverTable;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/// The size of a table.
///
/// @param name `silver.tweets`
/// @param bytes of the data files
/// @param isOfOlderRule whether it is a silver table with rows that an earlier version merged by
///     another rule
public record TableSize(String name, long rows, long files, long bytes, boolean isOfOlderRule) {

  static Optional<TableSize> of(LakeTables tables, TableDefinition<?> definition) {
    return tables.existing(definition).map(table -> of(definition.toString(), table));
  }

  private static TableSize of(String name, Table table) {
    Snapshot snapshot = table.currentSnapshot();
    Map<String, String> summary = snapshot == null ? Map.of() : snapshot.summary();
    return new TableSize(
        name,
        number(summary, "total-records") - RowDeletes.of(table).rows(),
        number(summary, "total-data-files"),
        number(summary, "total-files-size"),
        SilverTable.isOfOlderRule(table));
  }

  private static long number(Map<String, String> summary, String name) {
    return Long.parseLong(summary.getOrDefault(name, "0"));
  }
}
