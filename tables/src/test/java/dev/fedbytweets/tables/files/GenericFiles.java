package dev.fedbytweets.tables.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;

/// Tables in memory whose files Iceberg's own writer writes.
final class GenericFiles {

  private final InMemoryCatalog catalog = new InMemoryCatalog();

  GenericFiles() {
    catalog.initialize("lake", Map.of("warehouse", "memory://lake"));
    catalog.createNamespace(Namespace.of("test"));
  }

  Table table(Schema schema) {
    return catalog
        .buildTable(TableIdentifier.of("test", "t" + UUID.randomUUID()), schema)
        .withProperty("format-version", "2")
        .withProperty("write.parquet.compression-codec", "zstd")
        .create();
  }

  /// @param properties of the writer, beside the table's
  static DataFile write(Table table, List<Record> rows, Map<String, String> properties) {
    try {
      DataWriter<Record> writer =
          Parquet.writeData(
                  table.io().newOutputFile(table.location() + "/" + UUID.randomUUID() + ".parquet"))
              .forTable(table)
              .setAll(properties)
              .withSpec(PartitionSpec.unpartitioned())
              .createWriterFunc(GenericParquetWriter::create)
              .build();
      try (writer) {
        rows.forEach(writer::write);
      }
      return writer.toDataFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
