package dev.fedbytweets.tables.columns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/// Encodes texts as UTF-8.
final class TextEncoder extends DictionaryEncoder<TextDictionary> {

  /// The previous text. Rows of one response share many texts, and the same object is recognized
  /// faster than an equal one.
  private String last;

  private int lastIndex;
  private int lastBytes;
  private TextDictionary lastDictionary;
  private byte[] smallest;
  private byte[] largest;

  TextEncoder(ColumnDescriptor column, Bounds bounds) {
    super(column, bounds);
  }

  @Override
  TextDictionary newDictionary() {
    return new TextDictionary();
  }

  /// Adds a text. The same object as before is not looked up again.
  @SuppressWarnings("ReferenceEquality")
  void write(String text, int repetition, int definition) {
    TextDictionary dictionary = dictionary();
    if (text == last && dictionary != null && dictionary == lastDictionary) {
      addLevels(repetition, definition);
      add(lastIndex, lastBytes);
      return;
    }
    write(text.getBytes(StandardCharsets.UTF_8), repetition, definition);
    last = text;
  }

  @Override
  public void write(Binary value, int repetition, int definition) {
    write(value.getBytes(), repetition, definition);
    last = null;
  }

  private void write(byte[] text, int repetition, int definition) {
    addLevels(repetition, definition);
    if (isBounded()) {
      bound(text);
    }
    TextDictionary dictionary = dictionary();
    lastDictionary = dictionary;
    if (dictionary == null) {
      plain().addInt(text.length);
      plain().add(text);
    } else {
      lastIndex = dictionary.indexOf(text);
      lastBytes = Integer.BYTES + text.length;
      add(lastIndex, lastBytes);
    }
  }

  private void bound(byte[] text) {
    if (smallest == null || Arrays.compareUnsigned(text, smallest) < 0) {
      smallest = text;
    }
    if (largest == null || Arrays.compareUnsigned(text, largest) > 0) {
      largest = text;
    }
  }

  @Override
  void clearValues() {
    super.clearValues();
    last = null;
    smallest = null;
    largest = null;
  }

  @Override
  @SuppressWarnings("deprecation") // the builder makes new statistics
  void describe(Statistics<?> statistics) {
    statistics.setMinMaxFromBytes(smallest, largest);
  }
}
