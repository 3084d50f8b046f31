package dev.fedbytweets.tables;

import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.HashMap;
import java.util.Map;

/// The properties with which tables are created.
final class TableProperties {

  private TableProperties() {}

  static Map<String, String> of(TableDefinition<?> definition) {
    Map<String, String> properties = new HashMap<>();
    properties.put("format-version", "2");
    properties.put("write.format.default", "parquet");
    properties.put("write.parquet.compression-codec", "zstd");
    // Bounds the memory of a writer, and is enough rows for columns to compress well.
    properties.put("write.parquet.row-group-size-bytes", Integer.toString(16 << 20));
    properties.put("write.target-file-size-bytes", Integer.toString(64 << 20));
    // Anything that reads Parquet can read the lake: no delete files, also not from other writers.
    properties.put("write.delete.mode", "copy-on-write");
    properties.put("write.update.mode", "copy-on-write");
    properties.put("write.merge.mode", "copy-on-write");
    properties.put("write.metadata.delete-after-commit.enabled", "true");
    properties.put("write.metadata.previous-versions-max", "20");
    properties.put("write.metadata.metrics.default", "counts");
    definition
        .bounded()
        .forEach(column -> properties.put("write.metadata.metrics.column." + column, "full"));
    return properties;
  }
}
