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

/// A leaf column on its way into a row group: gathers a page, with repetition and definition
/// levels as Parquet defines them, and hands it over. Data pages are of version 1, which every
/// reader knows. Not safe for use by several threads.
///
/// Each encoder takes the one kind of value that its column holds, and nulls.
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

  /// How Parquet writes levels: run lengths and packed bits.
  private record Levels(RunLengthBitPackingHybridEncoder encoder) {

    static Levels upTo(int most) {
      return most == 0
          ? null
          : new Levels(runLengths(Integer.SIZE - Integer.numberOfLeadingZeros(most)));
    }

    BytesInput take() throws IOException {
      BytesInput runs = BytesInput.copy(encoder.toBytes());
      encoder.reset();
      return BytesInput.concat(BytesInput.fromInt((int) runs.size()), runs);
    }
  }

  /// Whether the smallest and the largest value are kept.
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
      case INT32 -> new NumberEncoder(column, bounds, NumberWidth.INT);
      case INT64 -> new NumberEncoder(column, bounds, NumberWidth.LONG);
      case DOUBLE -> new NumberEncoder(column, Bounds.NONE, NumberWidth.DOUBLE);
      case BOOLEAN -> new FlagEncoder(column);
      case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalArgumentException("no table has a column such as " + column);
    };
  }

  static RunLengthBitPackingHybridEncoder runLengths(int bitWidth) {
    return new RunLengthBitPackingHybridEncoder(
        bitWidth, LEVELS_CAPACITY, 1 << 20, HeapByteBufferAllocator.getInstance());
  }

  /// Where the pages of the next row group go.
  final void startRowGroup(PageWriter nextPages) {
    pages = nextPages;
    startValues();
  }

  /// Ends the page.
  ///
  /// @param rows that it has
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

  /// Ends the last page, and the dictionary if there is one.
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

  /// How many bytes of values wait in the page, about.
  abstract int pageBytes();

  /// How many bytes wait for the end of the row group.
  final long bufferedBytes() {
    return pages.getMemSize() + pageBytes() + dictionaryBytes();
  }

  /// How many bytes the dictionary has.
  long dictionaryBytes() {
    return 0;
  }

  /// Gets ready for the values of a row group.
  abstract void startValues();

  /// Gets the page ready: after this there is no value more in it.
  abstract void completeValues();

  /// The values of the page, encoded; a view until [#clearValues].
  abstract BytesInput values() throws IOException;

  /// How they are encoded.
  abstract Encoding encoding();

  /// Forgets the page's values, which are written.
  abstract void clearValues();

  /// What pages of the row group refer to; null if none does.
  abstract DictionaryPage dictionaryPage();

  /// Puts the page's smallest and largest value into the statistics, if there is any value.
  abstract void describe(Statistics<?> statistics);

  /// Whether bounds are to be kept.
  final boolean isBounded() {
    return bounds == Bounds.KEPT;
  }

  final ColumnDescriptor column() {
    return column;
  }

  /// Values written so far, nulls included.
  final long allValues() {
    return allValues;
  }

  /// Nulls written so far.
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

  /// Notes the levels of a value.
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

  /// A page with values whose statistics lack their bounds would count as a page of nulls, so
  /// there are statistics with bounds or none.
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
