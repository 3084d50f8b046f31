package dev.fedbytweets.tables.columns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.columns.OtherReaders.Chunk;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is what other readers see: Iceberg's and DuckDB.
class ColumnFileWriterTest {

  private static final int DAY = 20_000;

  private final LakeTables lake = FaultyCatalog.emptyLake(new FaultInjector());

  @TempDir Path folder;

  static Stream<TableDefinition<?>> definitions() {
    return Stream.of(
        BronzeDefinitions.TWEETS,
        BronzeDefinitions.USERS,
        BronzeDefinitions.PLACES,
        BronzeDefinitions.MEDIA,
        SilverDefinitions.TWEETS,
        SilverDefinitions.USERS,
        SilverDefinitions.PLACES,
        SilverDefinitions.MEDIA);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  <R extends Record> void icebergReadsWhatWasWritten(TableDefinition<R> definition)
      throws IOException {
    Table table = lake.table(definition);
    List<R> rows =
        new RandomRows<>(definition.binding().type(), definition.schema(), 1).take(1_500);

    List<DataFile> files = write(table, definition, rows);
    commit(table, files);

    assertThat(OtherReaders.iceberg(table)).isEqualTo(OtherReaders.texts(rows));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  <R extends Record> void duckDbReadsWhatWasWritten(TableDefinition<R> definition)
      throws IOException, SQLException {
    Table table = lake.table(definition);
    List<R> rows =
        new RandomRows<>(definition.binding().type(), definition.schema(), 2).take(1_500);

    List<DataFile> files = write(table, definition, rows);

    assertThat(new OtherReaders(folder).duckDb(table, files.getFirst()))
        .isEqualTo(OtherReaders.texts(rows));
  }

  @Test
  void pagesDictionariesAndRowGroupsChangeNothing() throws IOException, SQLException {
    Table table = lake.table(BronzeDefinitions.TWEETS);
    table.updateProperties().set("write.parquet.row-group-size-bytes", "500000").commit();
    List<Tweet> rows =
        new RandomRows<>(Tweet.class, BronzeDefinitions.TWEETS.schema(), 3).take(20_000);

    List<DataFile> files = write(table, BronzeDefinitions.TWEETS, rows);

    assertThat(files).hasSize(1);
    assertThat(files.getFirst().splitOffsets()).hasSizeGreaterThan(3);
    assertThat(new OtherReaders(folder).duckDb(table, files.getFirst()))
        .isEqualTo(OtherReaders.texts(rows));
    assertThat(new OtherReaders(folder).chunks(table, files.getFirst(), "id"))
        .isNotEmpty()
        .allMatch(Chunk::hasDictionaryPages);
    assertThat(new OtherReaders(folder).chunks(table, files.getFirst(), "created_at"))
        .isNotEmpty()
        .allMatch(Chunk::hasPlainPages);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  <R extends Record> void metricsSayWhatIsInTheFile(TableDefinition<R> definition) {
    Table table = lake.table(definition);
    List<R> rows =
        new RandomRows<>(definition.binding().type(), definition.schema(), 4).take(1_000);

    DataFile file = write(table, definition, rows).getFirst();

    assertThat(file.recordCount()).isEqualTo(rows.size());
    for (int index = 0; index < definition.schema().columns().size(); index++) {
      NestedField column = table.schema().columns().get(index);
      if (column.type().isPrimitiveType()) {
        check(file, column, definition, values(rows, index));
      }
    }
  }

  @Test
  void aFileWithoutRowsIsNotWritten() {
    assertThat(write(lake.table(BronzeDefinitions.PLACES), BronzeDefinitions.PLACES, List.of()))
        .isEmpty();
  }

  private static void check(
      DataFile file, NestedField column, TableDefinition<?> definition, List<Object> values) {
    List<Object> present = values.stream().filter(value -> value != null).toList();
    assertThat(file.valueCounts()).containsEntry(column.fieldId(), (long) values.size());
    assertThat(file.nullValueCounts())
        .containsEntry(column.fieldId(), (long) values.size() - present.size());
    if (!definition.bounded().contains(column.name())) {
      assertThat(file.lowerBounds()).doesNotContainKey(column.fieldId());
      return;
    }
    assertThat(bound(file.lowerBounds().get(column.fieldId()), column))
        .isEqualTo(present.stream().min(ColumnFileWriterTest::compare).orElseThrow());
    assertThat(bound(file.upperBounds().get(column.fieldId()), column))
        .isEqualTo(present.stream().max(ColumnFileWriterTest::compare).orElseThrow());
  }

  /// Texts in the order of their bytes, as Parquet has it.
  private static int compare(Object one, Object other) {
    return one instanceof String text
        ? Arrays.compareUnsigned(text.getBytes(UTF_8), ((String) other).getBytes(UTF_8))
        : Long.compare((long) one, (long) other);
  }

  private static Object bound(ByteBuffer bytes, NestedField column) {
    Object bound = Conversions.fromByteBuffer(column.type(), bytes);
    return bound instanceof CharSequence ? bound.toString() : bound;
  }

  private static List<Object> values(List<? extends Record> rows, int component) {
    List<Object> values = new ArrayList<>();
    for (Record row : rows) {
      Object value = OtherReaders.value(row, row.getClass().getRecordComponents()[component]);
      values.add(value instanceof Instant time ? micros(time) : value);
    }
    return values;
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  private <R extends Record> List<DataFile> write(
      Table table, TableDefinition<R> definition, List<R> rows) {
    PartitionData partition = null;
    if (table.spec().isPartitioned()) {
      partition = new PartitionData(table.spec().partitionType());
      partition.set(0, DAY);
    }
    RollingFileWriter<R> writer = new RollingFileWriter<>(table, partition, definition.writers());
    rows.forEach(writer::write);
    return writer.complete();
  }

  private static void commit(Table table, List<DataFile> files) {
    AppendFiles append = table.newAppend();
    files.forEach(append::appendFile);
    append.commit();
  }
}
