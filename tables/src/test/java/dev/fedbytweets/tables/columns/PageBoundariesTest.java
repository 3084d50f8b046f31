package dev.fedbytweets.tables.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.columns.OtherReaders.Chunk;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.files.RecordBinding;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where pages and dictionaries end, Iceberg's reader and DuckDB see the rows that were written.
class PageBoundariesTest {

  /// How many rows a page holds at most, see [ColumnFileWriter].
  private static final int PAGE_ROWS = 40_000;

  /// How many bytes of values a page holds, about.
  private static final int PAGE_BYTES = 2 << 20;

  private static final TableDefinition<Row> DEFINITION =
      new TableDefinition<>(
          Layer.BRONZE,
          Entity.PLACES,
          new Schema(
              NestedField.required(1, "number", LongType.get()),
              NestedField.optional(2, "text", StringType.get())),
          Map.of("number", RecordColumn.number(Row::number), "text", RecordColumn.text(Row::text)),
          new RecordBinding<>(
              Row.class, List.of(file -> file.longs("number"), file -> file.texts("text"))),
          null,
          List.of("number"));

  private final LakeTables lake = FaultyCatalog.emptyLake(new FaultInjector());
  private final Table table = lake.table(DEFINITION);

  @TempDir Path folder;

  record Row(long number, String text) {}

  @Test
  void aFullPageIsNotFollowedByAnEmptyOne() throws Exception {
    List<Row> rows = rows(PAGE_ROWS, "t");

    DataFile file = write(rows);

    requireSeenByOthers(rows, file);
    assertThat(chunks(file, "number")).containsExactly(new Chunk(1, false, true));
    assertThat(chunks(file, "text")).containsExactly(new Chunk(1, true, false));
  }

  @Test
  void aChunkHasASecondPageFromTheRowAfterTheLimit() throws Exception {
    List<Row> rows = rows(PAGE_ROWS + 1, "t");

    DataFile file = write(rows);

    requireSeenByOthers(rows, file);
    assertThat(chunks(file, "number")).containsExactly(new Chunk(2, false, true));
    assertThat(chunks(file, "text")).containsExactly(new Chunk(2, true, false));
  }

  @Test
  void aPageOfExactlyTheLimitInBytesIsFull() throws Exception {
    int rowsOfPage = 1024;
    String padding = "x".repeat(PAGE_BYTES / rowsOfPage - Integer.BYTES - 4);
    List<Row> rows =
        IntStream.range(0, 2 * rowsOfPage)
            .mapToObj(index -> new Row(index, "%04d".formatted(index) + padding))
            .toList();

    DataFile file = writeByColumns(rows, rowsOfPage);

    requireSeenByOthers(rows, file);
    assertThat(chunks(file, "text")).containsExactly(new Chunk(2, false, true));
  }

  @Test
  void aDictionaryThatGrowsTooLargeInTheFirstPageIsGivenUp() throws Exception {
    List<Row> rows = uniqueTexts(15_000);

    DataFile file = write(rows);

    requireSeenByOthers(rows, file);
    assertThat(chunks(file, "text")).containsExactly(new Chunk(1, false, true));
  }

  @Test
  void aDictionaryThatGrowsTooLargeLaterIsGivenUpAndStaysForThePagesBefore() throws Exception {
    List<Row> rows =
        Stream.concat(rows(PAGE_ROWS, "t").stream(), uniqueTexts(15_000).stream()).toList();

    DataFile file = write(rows);

    requireSeenByOthers(rows, file);
    assertThat(chunks(file, "text")).containsExactly(new Chunk(2, true, true));
  }

  /// Rows of a few different texts and of nulls, their numbers all different.
  private static List<Row> rows(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(index -> new Row(index, index % 7 == 0 ? null : prefix + index % 50))
        .toList();
  }

  /// Rows of texts of 100 bytes, no two of which agree.
  private static List<Row> uniqueTexts(int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new Row(index, "%0100d".formatted(index)))
        .toList();
  }

  private DataFile write(List<Row> rows) {
    RollingFileWriter<Row> writer = new RollingFileWriter<>(table, null, DEFINITION.writers());
    rows.forEach(writer::write);
    return writer.complete().getFirst();
  }

  /// Writes rows with their columns in turns of so many rows.
  private DataFile writeByColumns(List<Row> rows, int turn) {
    try (ColumnFileWriter file =
        new ColumnFileWriter(
            table, null, table.io().newOutputFile(table.location() + "/by-columns.parquet"))) {
      for (int first = 0; first < rows.size(); first += turn) {
        List<Row> part = rows.subList(first, first + turn);
        DEFINITION.writers().get("number").write(part, file, 0);
        DEFINITION.writers().get("text").write(part, file, 1);
        file.endRows(turn);
      }
      return file.complete();
    }
  }

  private void requireSeenByOthers(List<Row> rows, DataFile file) throws IOException, SQLException {
    table.newAppend().appendFile(file).commit();
    assertThat(OtherReaders.iceberg(table)).isEqualTo(OtherReaders.texts(rows));
    assertThat(new OtherReaders(folder).duckDb(table, file)).isEqualTo(OtherReaders.texts(rows));
  }

  private List<Chunk> chunks(DataFile file, String column) throws IOException {
    return new OtherReaders(folder).chunks(table, file, column);
  }
}
