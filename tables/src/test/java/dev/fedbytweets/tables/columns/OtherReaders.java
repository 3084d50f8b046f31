package dev.fedbytweets.tables.columns;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
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
import org.apache.iceberg.DataFile;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;

/// What readers that are not ours find in a file: Iceberg's, DuckDB and parquet-java's. A row is
/// one text, the same for the same values whichever reader gave them.
final class OtherReaders {

  private final Path folder;

  /// @param folder for copies of files
  OtherReaders(Path folder) {
    this.folder = folder;
  }

  /// A column chunk of a file.
  ///
  /// @param pages the number of data pages
  /// @param hasDictionaryPages whether there is a data page that refers to a dictionary
  /// @param hasPlainPages whether there is a data page that does not
  record Chunk(int pages, boolean hasDictionaryPages, boolean hasPlainPages) {}

  /// Rows as they were given to the writer.
  static List<String> texts(List<? extends Record> rows) {
    return rows.stream().map(OtherReaders::text).toList();
  }

  /// The rows of all committed files.
  static List<String> iceberg(Table table) throws IOException {
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

  /// The rows of a file.
  List<String> duckDb(Table table, DataFile file) throws IOException, SQLException {
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

  /// The chunks of a column, one for each row group.
  ///
  /// @param column its name; not a list
  List<Chunk> chunks(Table table, DataFile file, String column) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    try (ParquetFileReader reader =
        new ParquetFileReader(
            new LocalInputFile(copy(table, file)),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
      for (ColumnChunkMetaData chunk :
          reader.getRowGroups().stream().flatMap(group -> group.getColumns().stream()).toList()) {
        if (chunk.getPath().toDotString().equals(column)) {
          chunks.add(
              new Chunk(
                  reader.readOffsetIndex(chunk).getPageCount(),
                  chunk.getEncodingStats().hasDictionaryEncodedPages(),
                  chunk.getEncodingStats().hasNonDictionaryEncodedPages()));
        }
      }
    }
    return chunks;
  }

  /// The value of a record's component.
  static Object value(Record row, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path copy(Table table, DataFile file) throws IOException {
    Path copy = folder.resolve("file.parquet");
    try (InputStream bytes = table.io().newInputFile(file).newStream()) {
      Files.write(copy, bytes.readAllBytes());
    }
    return copy;
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
      case Reference reference -> parts(reference.type(), reference.id());
      case MediaVariant variant -> parts(variant.bitRate(), variant.contentType(), variant.url());
      case StructLike struct ->
          parts(
              IntStream.range(0, struct.size())
                  .mapToObj(part -> struct.get(part, Object.class))
                  .toArray());
      case Struct struct -> parts(attributes(struct));
      case Array array -> text(elements(array));
      case List<?> list -> list.stream().map(OtherReaders::text).toList().toString();
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

  private static String parts(Object... parts) {
    return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(":"));
  }

  private static Object[] attributes(Struct struct) {
    try {
      return struct.getAttributes();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
