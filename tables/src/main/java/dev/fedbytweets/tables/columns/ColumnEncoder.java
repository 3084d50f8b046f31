package dev.fedbytweets.tables.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.io.api.Binary;

/// Encodes the values of one leaf column into data pages, with repetition and definition levels as
/// Parquet defines them. Data pages are of version 1, which every reader knows. Not safe for use by
/// several threads.
///
/// An encoder accepts nulls and the one type of value that its column holds.
abstract class ColumnEncoder implements ColumnWriter {

  private static final int LEVELS_CAPACITY = 1 << 10;

  private final ColumnDescriptor column;
  private final Bounds bounds;
  private final Levels definitions;
  private final Levels repetitions;
  private PageWriter pages;
  private int valueCount;
  private int nullCount;
  private long allValues;
  private long allNulls;

  /// The levels of a page, encoded as run lengths and packed bits.
  private record Levels(RunLengthBitPackingHybridEncoder encoder) {

    static Levels upTo(int highest) {
      return highest == 0
          ? null
          : new Levels(runLengths(Integer.SIZE - Integer.numberOfLeadingZeros(highest)));
    }

    @SuppressWarnings("deprecation") // the other copy wants an allocator of its own
    BytesInput take() throws IOException {
      BytesInput runs = BytesInput.copy(encoder.toBytes());
      encoder.reset();
      return BytesInput.concat(BytesInput.fromInt((int) runs.size()), runs);
    }
  }

  /// Whether the smallest and the largest value of a page are kept.
  enum Bounds {
    KEPT,
    NONE
  }

  ColumnEncoder(ColumnDescriptor column, Bounds bounds) {
    this.column = column;
    this.bounds = bounds;
    this.definitions = Levels.upTo(column.getMaxDefinitionLevel());
    this.repetitions = Levels.upTo(column.getMaxRepetitionLevel());
  }

  /// The encoder for a column's type.
  static ColumnEncoder of(ColumnDescriptor column, Bounds bounds) {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> new TextEncoder(column, bounds);
      case INT32 -> new NumberEncoder(column, bounds, NumberEncoder.Width.INT);
      case INT64 -> new NumberEncoder(column, bounds, NumberEncoder.Width.LONG);
      case DOUBLE -> new NumberEncoder(column, Bounds.NONE, NumberEncoder.Width.DOUBLE);
      case BOOLEAN -> new BooleanEncoder(column);
      case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalArgumentException("no table has a column of the type of " + column);
    };
  }

  static RunLengthBitPackingHybridEncoder runLengths(int bitWidth) {
    return new RunLengthBitPackingHybridEncoder(
        bitWidth, LEVELS_CAPACITY, 1 << 20, HeapByteBufferAllocator.getInstance());
  }

  /// Starts a row group.
  ///
  /// @param nextPages takes the pages of the row group
  final void startRowGroup(PageWriter nextPages) {
    pages = nextPages;
    startValues();
  }

  /// Ends the page. A page without values is not written.
  ///
  /// @param rows the number of rows in the page
  final void endPage(int rows) {
    if (valueCount == 0) {
      return;
    }
    completeValues();
    try {
      pages.writePage(
          BytesInput.concat(
              repetitions == null ? BytesInput.empty() : repetitions.take(),
              definitions == null ? BytesInput.empty() : definitions.take(),
              values()),
          valueCount,
          rows,
          statistics(),
          Encoding.RLE,
          Encoding.RLE,
          encoding());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a page of " + column, e);
    }
    valueCount = 0;
    nullCount = 0;
    clearValues();
  }

  /// Ends the last page of the row group, and writes the dictionary if there is one.
  final void endRowGroup(int rowsOfLastPage) {
    endPage(rowsOfLastPage);
    DictionaryPage dictionary = dictionaryPage();
    if (dictionary == null) {
      return;
    }
    try {
      pages.writeDictionaryPage(dictionary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the dictionary of " + column, e);
    }
  }

  /// The approximate size of the values in the page, in bytes.
  abstract int pageBytes();

  /// The number of bytes that are held in memory until the row group ends.
  final long bufferedBytes() {
    return pages.getMemSize() + pageBytes() + dictionaryBytes();
  }

  /// The size of the dictionary in bytes, 0 without one.
  long dictionaryBytes() {
    return 0;
  }

  /// Prepares for the values of a row group.
  abstract void startValues();

  /// Prepares the page for [#values]: no value is added after this.
  abstract void completeValues();

  /// The encoded values of the page, as a view that holds until [#clearValues].
  abstract BytesInput values() throws IOException;

  /// The encoding of the page's values.
  abstract Encoding encoding();

  /// Clears the values of the page, which is written.
  abstract void clearValues();

  /// The dictionary that pages of the row group refer to, null if no page does.
  abstract DictionaryPage dictionaryPage();

  /// Adds the page's smallest and largest value to statistics. The page has at least one value.
  abstract void describe(Statistics<?> statistics);

  /// Whether bounds are kept.
  final boolean isBounded() {
    return bounds == Bounds.KEPT;
  }

  final ColumnDescriptor column() {
    return column;
  }

  /// The number of values written so far, nulls included.
  final long allValues() {
    return allValues;
  }

  /// The number of nulls written so far.
  final long allNulls() {
    return allNulls;
  }

  @Override
  public final void writeNull(int repetition, int definition) {
    nullCount++;
    allNulls++;
    addLevels(repetition, definition);
  }

  @Override
  public void write(int value, int repetition, int definition) {
    throw new IllegalArgumentException(column + " holds no int");
  }

  @Override
  public void write(long value, int repetition, int definition) {
    throw new IllegalArgumentException(column + " holds no long");
  }

  @Override
  public void write(boolean value, int repetition, int definition) {
    throw new IllegalArgumentException(column + " holds no boolean");
  }

  @Override
  public void write(Binary value, int repetition, int definition) {
    throw new IllegalArgumentException(column + " holds no text");
  }

  @Override
  public void write(float value, int repetition, int definition) {
    throw new IllegalArgumentException(column + " holds no float");
  }

  @Override
  public void write(double value, int repetition, int definition) {
    throw new IllegalArgumentException(column + " holds no double");
  }

  @Override
  public void close() {
    // Holds nothing but memory.
  }

  @Override
  public long getBufferedSizeInMemory() {
    return bufferedBytes();
  }

  /// Adds the levels of a value to the page.
  final void addLevels(int repetition, int definition) {
    valueCount++;
    allValues++;
    try {
      if (repetitions != null) {
        repetitions.encoder().writeInt(repetition);
      }
      if (definitions != null) {
        definitions.encoder().writeInt(definition);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /// Statistics with bounds, or none: a page whose statistics lack bounds would count as a page of
  /// nulls.
  @SuppressWarnings("deprecation") // the builder takes bounds as bytes only
  private Statistics<?> statistics() {
    if (!isBounded()) {
      return Statistics.noopStats(column.getPrimitiveType());
    }
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    statistics.setNumNulls(nullCount);
    if (nullCount < valueCount) {
      describe(statistics);
    }
    return statistics;
  }
}
