package dev.fedbytweets.tables.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.model.Reference;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Iceberg's own writer wrote is read by columns as it was, whatever the layout of the file.
class ColumnFileReaderTest {

  private static final Types.StructType REFERENCE =
      Types.StructType.of(
          NestedField.optional(20, "type", Types.StringType.get()),
          NestedField.optional(21, "id", Types.StringType.get()));

  private static final Schema SCHEMA =
      new Schema(
          NestedField.required(1, "id", Types.LongType.get()),
          NestedField.optional(2, "text", Types.StringType.get()),
          NestedField.optional(3, "lang", Types.StringType.get()),
          NestedField.optional(4, "followers", Types.IntegerType.get()),
          NestedField.optional(5, "protected", Types.BooleanType.get()),
          NestedField.optional(6, "longitude", Types.DoubleType.get()),
          NestedField.required(7, "retrieved_at", Types.TimestampType.withoutZone()),
          NestedField.optional(8, "hashtags", Types.ListType.ofRequired(9, Types.StringType.get())),
          NestedField.optional(10, "referenced", Types.ListType.ofRequired(11, REFERENCE)),
          NestedField.required(12, "verified", Types.BooleanType.get()));

  private static final RecordBinding<Row> BINDING =
      new RecordBinding<>(
          Row.class,
          List.of(
              file -> file.longs("id"),
              file -> file.texts("text"),
              file -> file.texts("lang"),
              file -> file.integers("followers"),
              file -> file.flags("protected"),
              file -> file.doubles("longitude"),
              file -> file.times("retrieved_at"),
              file -> file.textLists("hashtags"),
              file -> file.references("referenced"),
              file -> file.flags("verified"),
              file -> file.texts("nickname")));

  private static final int ROWS = 3000;

  private final Table table = new GenericFiles().table(SCHEMA);

  /// A row, of which the table lacks `nickname`.
  public record Row(
      long id,
      String text,
      String lang,
      Integer followers,
      Boolean isProtected,
      Double longitude,
      Instant retrievedAt,
      List<String> hashtags,
      List<Reference> referenced,
      boolean verified,
      String nickname) {}

  static Stream<Map<String, String>> layouts() {
    Map<String, String> smallRowGroups =
        Map.of(
            "write.parquet.row-group-size-bytes", "20000",
            "write.parquet.row-group-check-min-record-count", "100",
            "write.parquet.row-group-check-max-record-count", "100");
    return Stream.of(
        Map.of(),
        Map.of("write.parquet.dict-size-bytes", "1"),
        Map.of("write.parquet.dict-size-bytes", "2000", "write.parquet.page-row-limit", "150"),
        Map.of("write.parquet.compression-codec", "uncompressed"),
        Map.of("write.parquet.compression-codec", "gzip"),
        smallRowGroups);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyValueIsRead(Map<String, String> layout) {
    List<Row> rows = rows(1);
    DataFile file = write(rows, layout);

    assertThat(read(file, row -> true)).isEqualTo(rows);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void rowsMayBePassedOver(Map<String, String> layout) {
    List<Row> rows = rows(2);
    DataFile file = write(rows, layout);
    boolean[] wanted = new boolean[ROWS];
    Random random = new Random(3);
    IntStream.range(1000, 2000).forEach(row -> wanted[row] = random.nextInt(5) == 0);

    List<Row> expected =
        IntStream.range(0, ROWS).filter(row -> wanted[row]).mapToObj(rows::get).toList();
    assertThat(read(file, row -> wanted[row])).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void deletedRowsAreLeftOutAndTheOthersNumberedWithoutThem(Map<String, String> layout) {
    List<Row> rows = rows(7);
    DataFile file = write(rows, layout);
    BitSet deleted = new BitSet();
    Random random = new Random(8);
    IntStream.range(0, ROWS).filter(row -> random.nextInt(4) == 0).forEach(deleted::set);
    deleted.set(0, 250);
    deleted.set(1000, 1700);
    deleted.set(ROWS - 250, ROWS);
    LiveFile live = new LiveFile(file, deleted);

    List<Row> left =
        IntStream.range(0, ROWS).filter(row -> !deleted.get(row)).mapToObj(rows::get).toList();
    assertThat(live.rows()).isEqualTo(left.size());
    assertThat(read(live, row -> true)).isEqualTo(left);
    assertThat(read(live, row -> row % 3 == 1))
        .isEqualTo(
            IntStream.range(0, left.size())
                .filter(row -> row % 3 == 1)
                .mapToObj(left::get)
                .toList());
  }

  @Test
  void rowsKnowTheirPlace() {
    DataFile file = write(rows(4), Map.of());
    List<Integer> places = new ArrayList<>();

    try (RecordFileReader<Row> reader =
        new RecordFileReader<>(table, LiveFile.whole(file), BINDING)) {
      reader.forEach(row -> row % 1000 == 7, (row, value) -> places.add(row));
    }

    assertThat(places).containsExactly(7, 1007, 2007);
  }

  @Test
  void columnsThatCameLaterAreNullAndRenamedOnesAreFound() {
    List<Row> rows = rows(5);
    DataFile file = write(rows, Map.of());
    table.updateSchema().renameColumn("lang", "before").deleteColumn("hashtags").commit();
    table.updateSchema().renameColumn("text", "lang").renameColumn("before", "text").commit();
    table
        .updateSchema()
        .addColumn("hashtags", Types.ListType.ofRequired(0, Types.StringType.get()))
        .addColumn("nickname", Types.StringType.get())
        .commit();

    List<Row> read = read(file, row -> true);

    assertThat(read).extracting(Row::text).isEqualTo(rows.stream().map(Row::lang).toList());
    assertThat(read).extracting(Row::lang).isEqualTo(rows.stream().map(Row::text).toList());
    assertThat(read).extracting(Row::hashtags).containsOnlyNulls();
    assertThat(read).extracting(Row::referenced).isEqualTo(references(rows));
  }

  @Test
  void aWidenedColumnIsRead() {
    List<Row> rows = rows(6);
    DataFile file = write(rows, Map.of());
    table.updateSchema().updateColumn("followers", Types.LongType.get()).commit();

    try (ColumnFileReader reader = new ColumnFileReader(table, LiveFile.whole(file))) {
      Column<Long> followers = reader.longs("followers");
      reader.openRowGroup();
      for (Row row : rows) {
        Long expected = row.followers() == null ? null : (long) row.followers();
        assertThat(followers.next()).isEqualTo(expected);
      }
    }
  }

  @Test
  void aMissingFileIsNamed() {
    DataFile file =
        DataFiles.builder(PartitionSpec.unpartitioned())
            .withPath("memory://lake/none.parquet")
            .withFormat(FileFormat.PARQUET)
            .withFileSizeInBytes(100)
            .withRecordCount(1)
            .build();

    assertThatThrownBy(() -> new ColumnFileReader(table, LiveFile.whole(file)))
        .isInstanceOfAny(
            UncheckedIOException.class, org.apache.iceberg.exceptions.NotFoundException.class)
        .hasMessageContaining("none.parquet");
  }

  private List<Row> read(DataFile file, IntPredicate isWanted) {
    return read(LiveFile.whole(file), isWanted);
  }

  private List<Row> read(LiveFile file, IntPredicate isWanted) {
    List<Row> rows = new ArrayList<>();
    try (RecordFileReader<Row> reader = new RecordFileReader<>(table, file, BINDING)) {
      reader.forEach(isWanted, (row, value) -> rows.add(value));
    }
    return rows;
  }

  private DataFile write(List<Row> rows, Map<String, String> layout) {
    return GenericFiles.write(
        table, rows.stream().map(ColumnFileReaderTest::generic).toList(), layout);
  }

  private static List<List<Reference>> references(List<Row> rows) {
    return rows.stream().map(Row::referenced).toList();
  }

  private static List<Row> rows(long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, ROWS).mapToObj(index -> row(index, random)).toList();
  }

  private static Row row(int index, Random random) {
    return new Row(
        random.nextLong(),
        index % 7 == 0 ? null : "caf\u00e9 \ud83d\ude00 " + random.nextInt(2000),
        index % 400 < 200 ? null : List.of("en", "pt", "").get(random.nextInt(3)),
        random.nextBoolean() ? null : random.nextInt(),
        random.nextBoolean() ? null : random.nextBoolean(),
        random.nextInt(100) > 0 ? null : random.nextDouble(),
        Instant.ofEpochSecond(1_790_000_000L + index / 10, 123_456_000),
        texts(random),
        references(random),
        random.nextBoolean(),
        null);
  }

  private static List<String> texts(Random random) {
    return random.nextBoolean()
        ? null
        : IntStream.range(0, random.nextInt(4)).mapToObj(i -> "tag" + random.nextInt(9)).toList();
  }

  private static List<Reference> references(Random random) {
    return random.nextInt(3) > 0
        ? null
        : IntStream.range(0, random.nextInt(3))
            .mapToObj(
                i ->
                    new Reference(
                        random.nextBoolean() ? null : "quoted",
                        random.nextBoolean() ? null : Integer.toString(random.nextInt())))
            .toList();
  }

  private static Record generic(Row row) {
    GenericRecord generic = GenericRecord.create(SCHEMA);
    generic.setField("id", row.id());
    generic.setField("text", row.text());
    generic.setField("lang", row.lang());
    generic.setField("followers", row.followers());
    generic.setField("protected", row.isProtected());
    generic.setField("longitude", row.longitude());
    generic.setField("retrieved_at", LocalDateTime.ofInstant(row.retrievedAt(), ZoneOffset.UTC));
    generic.setField("hashtags", row.hashtags());
    generic.setField("referenced", row.referenced() == null ? null : generic(row.referenced()));
    generic.setField("verified", row.verified());
    return generic;
  }

  private static List<Record> generic(List<Reference> references) {
    return references.stream()
        .map(
            reference -> {
              Record generic = GenericRecord.create(REFERENCE);
              generic.setField("type", reference.type());
              generic.setField("id", reference.id());
              return generic;
            })
        .toList();
  }
}
