package dev.fedbytweets.tables.columns;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/// Puts values into a dictionary as long as that pays. Where it does not make the first page much
/// smaller it is given up for the rest of the file: for columns of unique values, building one
/// costs more than everything else. One that has grown too large is given up for the rest of the
/// row group.
abstract class DictionaryEncoder<D extends Dictionary> extends ColumnEncoder {

  private static final int LARGEST_DICTIONARY = 1 << 20;

  /// How many bytes the number of an entry takes, about.
  private static final int NUMBER_BYTES = Short.BYTES;

  private ByteBuilder plain;
  private Numbering numbers;

  /// What the present page's values are put into; null if they are written as they are.
  private D dictionary;

  /// What pages of the row group refer to; null if none does.
  private D referred;

  private boolean pays = true;

  /// How many bytes the values of the page would have as they are.
  private long plainBytes;

  DictionaryEncoder(ColumnDescriptor column, Bounds bounds) {
    super(column, bounds);
  }

  abstract D newDictionary();

  /// Must be called before the first value. Begins with little memory: many files may be open that
  /// get few rows more.
  @Override
  final void startValues() {
    plain = new ByteBuilder(1 << 10);
    numbers = new Numbering();
    dictionary = pays ? newDictionary() : null;
    referred = null;
  }

  /// The dictionary to look the next value up in; null if the value goes to [#plain()].
  final D dictionary() {
    return dictionary;
  }

  final ByteBuilder plain() {
    return plain;
  }

  /// Adds a value by its number in the dictionary.
  ///
  /// @param bytes that it would have as it is
  final void add(int number, int bytes) {
    numbers.add(number);
    plainBytes += bytes;
    if (dictionary.bytes() > LARGEST_DICTIONARY) {
      pays &= referred != null;
      leaveDictionary();
    }
  }

  @Override
  final void completeValues() {
    if (dictionary != null && referred == null && !isSmaller()) {
      pays = false;
      leaveDictionary();
    }
  }

  private boolean isSmaller() {
    long numbered = dictionary.bytes() + (long) numbers.size() * NUMBER_BYTES;
    return numbered < plainBytes / 4 * 3;
  }

  private void leaveDictionary() {
    for (int index = 0; index < numbers.size(); index++) {
      dictionary.copy(numbers.get(index), plain);
    }
    numbers.clear();
    dictionary = null;
  }

  @Override
  final int pageBytes() {
    return plain.size() + numbers.size() * NUMBER_BYTES;
  }

  @Override
  final long dictionaryBytes() {
    D kept = dictionary == null ? referred : dictionary;
    return kept == null ? 0 : kept.bytes();
  }

  @Override
  final BytesInput values() throws IOException {
    return dictionary == null ? plain.input() : numbers.encoded(dictionary.entries());
  }

  @Override
  final Encoding encoding() {
    return dictionary == null ? Encoding.PLAIN : Encoding.RLE_DICTIONARY;
  }

  @Override
  void clearValues() {
    referred = dictionary == null ? referred : dictionary;
    plain.clear();
    numbers.clear();
    plainBytes = 0;
  }

  @Override
  final DictionaryPage dictionaryPage() {
    return referred == null
        ? null
        : new DictionaryPage(referred.page(), referred.entries(), Encoding.PLAIN);
  }
}
