package dev.fedbytweets.local.status;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.silver.SilverTable;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The size of a table.
///
/// @param name `silver.tweets`
/// @param bytes of the data files
/// @param isOfOlderRule whether it is a silver table with rows that an earlier version merged by
///     another rule
public record TableSize(String name, long rows, long files, long bytes, boolean isOfOlderRule) {

  private static final Logger LOG = LoggerFactory.getLogger(TableSize.class);

  /// The size of a table; empty if the lake does not have it yet, or its metadata is damaged.
  static Optional<TableSize> of(LakeTables tables, TableDefinition<?> definition) {
    Optional<Table> existing = tables.existing(definition);
    try {
      return existing.map(table -> of(definition.toString(), table));
    } catch (NotFoundException | LakeException | RuntimeIOException e) {
      LOG.atWarn().addKeyValue("table", definition).setCause(e).log("a table's size is not known");
      return Optional.empty();
    }
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
