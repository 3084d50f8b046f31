package dev.fedbytweets.tables.files;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Reads a Parquet file of a table by columns, one row group after another: first the columns are
/// named, then row groups are opened. Columns are matched by Iceberg's identifiers; one that the
/// file or the table does not have is null in every row. Each column is given once. Rows that are
/// deleted are left out everywhere. Holds the named columns of one row group, compressed. Not safe
/// for use by several threads.
public final class ColumnFileReader implements AutoCloseable {

  /// No column has this identifier.
  private static final int NONE = -1;

  private final Table table;
  private final String location;
  private final BitSet deleted;
  private final ParquetFileReader file;
  private final MessageType schema;
  private final Map<Integer, ColumnDescriptor> columns;
  private final ParsedVersion writtenBy;
  private final List<Leaf> leaves = new ArrayList<>();
  private final Set<Integer> given = new HashSet<>();
  private PageReadStore rowGroup;
  private int index;
  private int firstRow;

  /// @throws UncheckedIOException naming the file
  public ColumnFileReader(Table table, LiveFile live) {
    this.table = table;
    this.location = live.file().location();
    this.deleted = live.deleted();
    try {
      file =
          new ParquetFileReader(
              new TableInputFile(table.io().newInputFile(live.file())),
              ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + location, e);
    }
    schema = file.getFileMetaData().getSchema();
    columns =
        schema.getColumns().stream().collect(Collectors.toMap(this::identifier, column -> column));
    writtenBy = version(file.getFileMetaData().getCreatedBy());
    passDeletedRowGroups();
  }

  /// A column of texts.
  public Column<String> texts(String name) {
    return new FlatColumn<>(leaf(name), Leaf::text);
  }

  /// A column of integers of at most 64 bits, or of times in microseconds.
  public Column<Long> longs(String name) {
    Leaf leaf = leaf(name);
    return isStoredAs(leaf, PrimitiveTypeName.INT32)
        ? new FlatColumn<>(leaf, value -> (long) value.reader().getInteger())
        : new FlatColumn<>(leaf, value -> value.reader().getLong());
  }

  /// A column of integers of 32 bits.
  public Column<Integer> integers(String name) {
    return new FlatColumn<>(leaf(name), value -> value.reader().getInteger());
  }

  /// A column of floating-point numbers.
  public Column<Double> doubles(String name) {
    Leaf leaf = leaf(name);
    return isStoredAs(leaf, PrimitiveTypeName.FLOAT)
        ? new FlatColumn<>(leaf, value -> (double) value.reader().getFloat())
        : new FlatColumn<>(leaf, value -> value.reader().getDouble());
  }

  /// A column of truth values.
  public Column<Boolean> flags(String name) {
    return new FlatColumn<>(leaf(name), value -> value.reader().getBoolean());
  }

  /// A column of times.
  public Column<Instant> times(String name) {
    return new FlatColumn<>(leaf(name), new RepeatedTime());
  }

  /// A column of days.
  public Column<LocalDate> dates(String name) {
    return new FlatColumn<>(leaf(name), value -> LocalDate.ofEpochDay(value.reader().getInteger()));
  }

  /// A column of lists of texts.
  public Column<List<String>> textLists(String name) {
    NestedField field = table.schema().findField(name);
    return texts(leaf(field == null ? NONE : field.type().asListType().elementId()));
  }

  /// A column of lists of references.
  public Column<List<Reference>> references(String name) {
    return new ReferencesColumn(texts(part(name, "type")), texts(part(name, "id")));
  }

  /// A column of lists of the files of a video.
  public Column<List<MediaVariant>> variants(String name) {
    Leaf bitRate = part(name, "bit_rate");
    return new VariantsColumn(
        new ListColumn<>(bitRate, value -> value.reader().getLong()),
        texts(part(name, "content_type")),
        texts(part(name, "url")));
  }

  private static ListColumn<String> texts(Leaf leaf) {
    return new ListColumn<>(leaf, Leaf::text);
  }

  /// A part of the structs in a column of lists.
  private Leaf part(String name, String part) {
    NestedField field = table.schema().findField(name);
    return leaf(
        field == null
            ? NONE
            : field.type().asListType().elementType().asStructType().field(part).fieldId());
  }

  /// A leaf column, to be copied as it is.
  ///
  /// @param identifier of the column, or of the element of a list, in the table's schema
  /// @param column the column in the new file
  /// @param target all columns of the new file
  public LeafCopier copier(int identifier, ColumnDescriptor column, MessageType target) {
    return new LeafCopier(leaf(identifier), schema, column, target);
  }

  private Leaf leaf(int identifier) {
    ColumnDescriptor column = columns.get(identifier);
    if (column != null && !given.add(identifier)) {
      throw new IllegalArgumentException(
          "%s: column %d was given before".formatted(location, identifier));
    }
    Leaf leaf = new Leaf(column, column == null ? -1 : listLevel(column), deleted);
    leaves.add(leaf);
    return leaf;
  }

  /// How many rows the next row group has, 0 if there is none.
  public int rowsAhead() {
    return index < file.getRowGroups().size()
        ? rowsOfNext() - deleted.get(firstRow, firstRow + rowsOfNext()).cardinality()
        : 0;
  }

  /// Opens the next row group: all columns stand before its first row.
  public void openRowGroup() {
    closeRowGroup();
    try {
      file.setRequestedSchema(wanted());
      rowGroup = file.readRowGroup(index);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + location, e);
    }
    leaves.stream()
        .filter(leaf -> !leaf.isMissing())
        .forEach(leaf -> leaf.open(rowGroup, writtenBy, firstRow));
    skipRowGroup();
  }

  /// Leaves the next row group out.
  public void skipRowGroup() {
    passRowGroup();
    passDeletedRowGroups();
  }

  private void passDeletedRowGroups() {
    while (index < file.getRowGroups().size() && rowsAhead() == 0) {
      passRowGroup();
    }
  }

  private void passRowGroup() {
    firstRow += rowsOfNext();
    index++;
  }

  private int rowsOfNext() {
    return Math.toIntExact(file.getRowGroups().get(index).getRowCount());
  }

  @Override
  public void close() {
    closeRowGroup();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + location, e);
    }
  }

  private void closeRowGroup() {
    if (rowGroup != null) {
      rowGroup.close();
      rowGroup = null;
      leaves.forEach(Leaf::close);
    }
  }

  private List<ColumnDescriptor> wanted() {
    return leaves.stream()
        .filter(leaf -> !leaf.isMissing())
        .map(Leaf::descriptor)
        .distinct()
        .toList();
  }

  private Leaf leaf(String name) {
    NestedField field = table.schema().findField(name);
    return leaf(field == null ? NONE : field.fieldId());
  }

  /// A list is an optional or required group with a repeated one in it.
  private int listLevel(ColumnDescriptor column) {
    return column.getMaxRepetitionLevel() == 0
        ? -1
        : schema.getMaxDefinitionLevel(column.getPath()[0]);
  }

  private static boolean isStoredAs(Leaf leaf, PrimitiveTypeName type) {
    return !leaf.isMissing() && leaf.descriptor().getPrimitiveType().getPrimitiveTypeName() == type;
  }

  private int identifier(ColumnDescriptor column) {
    if (column.getPrimitiveType().getId() == null) {
      throw new IllegalStateException(location + " has columns without identifiers");
    }
    return column.getPrimitiveType().getId().intValue();
  }

  private static ParsedVersion version(String createdBy) {
    try {
      return VersionParser.parse(createdBy);
    } catch (VersionParseException e) {
      return null;
    }
  }

  /// Reads times of which many in a row are the same.
  private static final class RepeatedTime implements Function<Leaf, Instant> {

    private long micros;
    private Instant time = Instant.EPOCH;

    @Override
    public Instant apply(Leaf leaf) {
      long next = leaf.reader().getLong();
      if (next != micros) {
        time = EpochMicros.instant(next);
        micros = next;
      }
      return time;
    }
  }
}
