package dev.fedbytweets.tables.deletion;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.work.WorkAhead;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.LiveRows;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.files.TableInputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches every file in a table's folder for what is forgotten, whether anything names the file
/// or not: values of data and delete files, of manifests with their bounds, and metadata.
public final class TableSearch {

  private static final Logger LOG = LoggerFactory.getLogger(TableSearch.class);

  private static final long BYTES_AHEAD = 64L << 20;

  private final Table table;
  private final CleanFiles clean;
  private final Forgotten forgotten;
  private final int readers;

  /// @param clean files that need no search; gets those that turn out to be clean
  /// @param readers how many threads read files ahead; 0 to read one after another
  public TableSearch(Table table, CleanFiles clean, int readers) {
    this.table = table;
    this.clean = clean;
    this.forgotten = clean.forgotten();
    this.readers = readers;
  }

  /// What was found.
  ///
  /// @param files how many there are
  /// @param found those that hold any of it or cannot be read, with how many identifiers each
  public record Found(int files, Map<String, Long> found) {}

  private record Searched(String location, long count) {}

  /// Searches all files of the table.
  public Found find() {
    Map<String, Long> found = new TreeMap<>();
    int all = 0;
    try (WorkAhead<Searched> ahead = ahead(found)) {
      for (FileInfo file : files()) {
        all++;
        search(file.location(), file.size(), false, ahead);
      }
      ahead.finish();
    }
    return new Found(all, found);
  }

  /// Searches the data files of the table's present state.
  ///
  /// @return whether any holds some of it or cannot be read
  public boolean isInLive() {
    Map<String, Long> found = new TreeMap<>();
    try (WorkAhead<Searched> ahead = ahead(found)) {
      for (LiveFile live : LiveRows.files(table, RowDeletes.of(table))) {
        search(live.file().location(), live.file().fileSizeInBytes(), true, ahead);
      }
      ahead.finish();
    }
    return !found.isEmpty();
  }

  /// Whether any file of the table holds some of it or cannot be read. Searches no further than
  /// that.
  public boolean isAnywhere() {
    Map<String, Long> found = new TreeMap<>();
    try (WorkAhead<Searched> ahead = ahead(found)) {
      Iterator<FileInfo> left = files().iterator();
      while (found.isEmpty() && left.hasNext()) {
        FileInfo file = left.next();
        search(file.location(), file.size(), false, ahead);
      }
      ahead.finish();
    }
    return !found.isEmpty();
  }

  private WorkAhead<Searched> ahead(Map<String, Long> found) {
    return new WorkAhead<>(
        readers,
        BYTES_AHEAD,
        searched -> {
          if (searched.count() > 0) {
            found.put(searched.location(), searched.count());
          } else {
            clean.add(searched.location());
          }
        });
  }

  private void search(String location, long bytes, boolean isLive, WorkAhead<Searched> ahead) {
    if (!clean.contains(location)) {
      ahead.add(bytes, () -> new Searched(location, count(location, isLive)));
    }
  }

  private Iterable<FileInfo> files() {
    if (!(table.io() instanceof SupportsPrefixOperations files)) {
      throw new IllegalStateException(
          table.io().getClass().getName() + " cannot list the files of " + table.name());
    }
    return files.listPrefix(table.location() + "/");
  }

  /// A file that cannot be read may hold anything, such as one that was being written when the
  /// process was killed. One that is gone by now holds nothing, unless the present state needs it.
  private long count(String location, boolean isLive) {
    InputFile file = table.io().newInputFile(location);
    try {
      if (location.endsWith(".parquet")) {
        return countRows(file);
      }
      byte[] bytes = bytes(file);
      return location.endsWith(".avro") ? countAvro(bytes) : count(bytes);
    } catch (IOException | RuntimeException e) {
      if (!isLive && !file.exists()) {
        return 0;
      }
      LOG.atWarn().addKeyValue("file", location).setCause(e).log("a file cannot be searched");
      return 1;
    }
  }

  private long countRows(InputFile file) throws IOException {
    Schema schema;
    try (ParquetFileReader footer =
        new ParquetFileReader(
            new TableInputFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
      schema = ParquetSchemaUtil.convert(footer.getFileMetaData().getSchema());
    }
    long count = 0;
    try (CloseableIterable<Record> rows =
        Parquet.read(file)
            .project(schema)
            .createReaderFunc(type -> GenericParquetReaders.buildReader(schema, type))
            .build()) {
      for (Record row : rows) {
        count += countIn("", row);
      }
    }
    return count;
  }

  private long countAvro(byte[] bytes) throws IOException {
    long count = 0;
    try (DataFileReader<IndexedRecord> rows =
        new DataFileReader<>(new SeekableByteArrayInput(bytes), new GenericDatumReader<>())) {
      while (rows.hasNext()) {
        count += countIn("", rows.next());
      }
    }
    return count;
  }

  /// @param name of the column or field that it is in
  private long countIn(String name, Object value) {
    return switch (value) {
      case Long number -> isIdentifier(name, number) ? count(number) : 0;
      case CharSequence text when name.equals("file_name") && isOfSubject(text.toString()) -> 1;
      case CharSequence text -> forgotten.count(text.toString());
      case ByteBuffer bytes -> countBound(bytes);
      case Record struct -> {
        long count = 0;
        for (int i = 0; i < struct.size(); i++) {
          count += countIn(struct.struct().fields().get(i).name(), struct.get(i));
        }
        yield count;
      }
      case IndexedRecord struct -> {
        long count = 0;
        for (Field field : struct.getSchema().getFields()) {
          count += countIn(field.name(), struct.get(field.pos()));
        }
        yield count;
      }
      case Iterable<?> elements -> {
        long count = 0;
        for (Object element : elements) {
          count += countIn(name, element);
        }
        yield count;
      }
      case Map<?, ?> entries -> countIn(name, entries.keySet()) + countIn(name, entries.values());
      case null, default -> 0;
    };
  }

  private boolean isOfSubject(String fileName) {
    return forgotten.hasSubjects()
        && LakeLayout.subjectOf(fileName).filter(forgotten::hasSubject).isPresent();
  }

  /// A small number is one only where the column says so.
  private static boolean isIdentifier(String name, long number) {
    return name.endsWith("id") || Long.toString(number).length() >= Forgotten.SHORTEST_IN_TEXT;
  }

  /// A smallest or largest value: a number of 64 bits, or a text.
  private long countBound(ByteBuffer buffer) {
    ByteBuffer bound = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long asNumber = bound.remaining() == Long.BYTES ? count(bound.getLong(bound.position())) : 0;
    byte[] bytes = new byte[bound.remaining()];
    bound.get(bytes);
    return asNumber + count(bytes);
  }

  private long count(long number) {
    return forgotten.hasAny(Long.toString(number)) ? 1 : 0;
  }

  private long count(byte[] bytes) {
    return forgotten.count(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(InputFile file) throws IOException {
    try (SeekableInputStream stream = file.newStream()) {
      return stream.readAllBytes();
    }
  }
}
