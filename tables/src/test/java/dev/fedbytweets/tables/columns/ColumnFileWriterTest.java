package dev.fedbytweets.tables.columns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.faults.Faults;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.files.FileWriter;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is what other readers see: Iceberg's and DuckDB.
class ColumnFileWriterTest {

  private static final int DAY = 20_000;

  private final LakeTables lake = FaultyCatalog.emptyLake(new Faults());

  @TempDir Path folder;

  static Stream<TableDefinition<?>> definitions() {
    return Stream.of(
        BronzeDefinitions.TWEETS,
        BronzeDefinitions.USERS,
        BronzeDefinitions.PLACES,
        SilverDefinitions.TWEETS,
        SilverDefinitions.USERS,
        SilverDefinitions.PLACES);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  <R extends Record> void icebergReadsWhatWasWritten(TableDefinition<R> definition)
      throws IOException {
    Table table = lake.table(definition);
    List<R> rows = new RandomRows<>(definition.row(), definition.schema(), 1).take(1_500);

    List<DataFile> files = write(table, definition, rows);
    commit(table, files);

    assertThat(iceberg(table)).isEqualTo(rows.stream().map(ColumnFileWriterTest::text).toList());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  <R extends Record> void duckDbReadsWhatWasWritten(TableDefinition<R> definition)
      throws IOException, SQLException {
    Table table = lake.table(definition);
    List<R> rows = new RandomRows<>(definition.row(), definition.schema(), 2).take(1_500);

    List<DataFile> files = write(table, definition, rows);

    assertThat(duckDb(table, files.getFirst()))
        .isEqualTo(rows.stream().map(ColumnFileWriterTest::text).toList());
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
    assertThat(duckDb(table, files.getFirst()))
        .isEqualTo(rows.stream().map(ColumnFileWriterTest::text).toList());
    assertThat(encodings(table, files.getFirst())).contains("PLAIN", "RLE_DICTIONARY");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  <R extends Record> void metricsSayWhatIsInTheFile(TableDefinition<R> definition) {
    Table table = lake.table(definition);
    List<R> rows = new RandomRows<>(definition.row(), definition.schema(), 4).take(1_000);

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
      Object value = value(row, row.getClass().getRecordComponents()[component]);
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
    FileWriter<R> writer = new FileWriter<>(table, partition, definition.values());
    rows.forEach(writer::write);
    return writer.complete();
  }

  private static void commit(Table table, List<DataFile> files) {
    AppendFiles append = table.newAppend();
    files.forEach(append::appendFile);
    append.commit();
  }

  private static List<String> iceberg(Table table) throws IOException {
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<org.apache.iceberg.data.Record> records =
        IcebergGenerics.read(table).build()) {
      for (org.apache.iceberg.data.Record row : records) {
        rows.add(
            IntStream.range(0, row.size())
                .mapToObj(index -> text(row.get(index)))
                .collect(Collectors.joining("|")));
      }
    }
    return rows;
  }

  private List<String> duckDb(Table table, DataFile file) throws IOException, SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM '" + copy(table, file) + "'")) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          texts.add(text(row.getObject(column)));
        }
        rows.add(String.join("|", texts));
      }
    }
    return rows;
  }

  private List<String> encodings(Table table, DataFile file) throws IOException, SQLException {
    List<String> encodings = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT unnest(string_split(encodings, ', ')) FROM parquet_metadata('%s')"
                    .formatted(copy(table, file)))) {
      while (row.next()) {
        encodings.add(row.getString(1));
      }
    }
    return encodings;
  }

  private Path copy(Table table, DataFile file) throws IOException {
    Path copy = folder.resolve("file.parquet");
    try (InputStream bytes = table.io().newInputFile(file).newStream()) {
      Files.write(copy, bytes.readAllBytes());
    }
    return copy;
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Record row) {
    return Arrays.stream(row.getClass().getRecordComponents())
        .map(component -> text(value(row, component)))
        .collect(Collectors.joining("|"));
  }

  /// The same text for the same value, whichever reader gave it.
  private static String text(Object value) {
    return switch (value) {
      case Instant time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
      case Timestamp time -> time.toLocalDateTime().toString();
      case Reference reference -> reference.type() + ":" + reference.id();
      case StructLike struct -> struct.get(0, Object.class) + ":" + struct.get(1, Object.class);
      case Struct struct -> text((Object) attributes(struct));
      case Array array -> text(elements(array));
      case List<?> list -> list.stream().map(ColumnFileWriterTest::text).toList().toString();
      case null -> "null";
      default -> value.toString();
    };
  }

  private static List<Object> elements(Array array) {
    try {
      return Arrays.asList((Object[]) array.getArray());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reference attributes(Struct struct) {
    try {
      return new Reference((String) struct.getAttributes()[0], (String) struct.getAttributes()[1]);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
