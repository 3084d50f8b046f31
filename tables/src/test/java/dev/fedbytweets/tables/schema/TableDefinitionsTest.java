package dev.fedbytweets.tables.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.columns.RandomRows;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.files.RollingFileWriter;
import java.util.List;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Each column is read into the component from which it was written.
class TableDefinitionsTest {

  private final LakeTables lake = FaultyCatalog.emptyLake(new FaultInjector());

  @ParameterizedTest
  @FieldSource("dev.fedbytweets.tables.schema.TableDefinitions#ALL")
  <R extends Record> void rowsAreReadAsTheyWereWritten(TableDefinition<R> definition) {
    Table table = lake.table(definition);
    List<R> rows = new RandomRows<>(definition.binding().type(), definition.schema(), 1).take(100);

    append(table, definition, rows);

    assertThat(TableContents.of(table, definition)).isEqualTo(rows);
  }

  private static <R extends Record> void append(
      Table table, TableDefinition<R> definition, List<R> rows) {
    RollingFileWriter<R> writer =
        new RollingFileWriter<>(table, partition(table), definition.writers());
    rows.forEach(writer::write);
    AppendFiles append = table.newAppend();
    writer.complete().forEach(append::appendFile);
    append.commit();
  }

  private static PartitionData partition(Table table) {
    if (table.spec().isUnpartitioned()) {
      return null;
    }
    PartitionData partition = new PartitionData(table.spec().partitionType());
    partition.set(0, 20_000);
    return partition;
  }
}
