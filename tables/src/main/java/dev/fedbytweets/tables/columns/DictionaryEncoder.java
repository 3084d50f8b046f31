package dev.fedbytweets.tables.columns;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/// Encodes values with a dictionary for as long as that pays. If the dictionary does not make the
/// first page at least a quarter smaller, it is given up for the rest of the file: in a column of
/// unique values, building it costs more than everything else. A dictionary that grows larger than
/// 1 MB is given up for the rest of the row group.
abstract class DictionaryEncoder<D extends Dictionary> extends ColumnEncoder {

  private static final int LARGEST_DICTIONARY = 1 << 20;

  /// The approximate size of an index in a page, in bytes.
  private static final int INDEX_BYTES = Short.BYTES;

  private ByteBuilder plain;
  private DictionaryIndices indices;

  /// The dictionary of the page, null if its values are written plain.
  private D dictionary;

  /// The dictionary that finished pages of the row group refer to, null if none does.
  private D referred;

  private boolean pays = true;

  /// The size that the values of the page would have if they were plain, in bytes.
  private long plainBytes;

  DictionaryEncoder(ColumnDescriptor column, Bounds bounds) {
    super(column, bounds);
  }

  abstract D newDictionary();

  /// Must be called before the first value. Starts with little memory, because many files may be
  /// open that get only a few more rows.
  @Override
  final void startValues() {
    plain = new ByteBuilder(1 << 10);
    indices = new DictionaryIndices();
    dictionary = pays ? newDictionary() : null;
    referred = null;
  }

  /// The dictionary that the next value belongs in, null if the value belongs in [#plain()].
  final D dictionary() {
    return dictionary;
  }

  final ByteBuilder plain() {
    return plain;
  }

  /// Adds a value by its index in the dictionary.
  ///
  /// @param bytes the size of the plain value
  final void add(int index, int bytes) {
    indices.add(index);
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
    long encoded = dictionary.bytes() + (long) indices.size() * INDEX_BYTES;
    return encoded < plainBytes / 4 * 3;
  }

  private void leaveDictionary() {
    for (int value = 0; value < indices.size(); value++) {
      dictionary.copy(indices.get(value), plain);
    }
    indices.clear();
    dictionary = null;
  }

  @Override
  final int pageBytes() {
    return plain.size() + indices.size() * INDEX_BYTES;
  }

  @Override
  final long dictionaryBytes() {
    D kept = dictionary == null ? referred : dictionary;
    return kept == null ? 0 : kept.bytes();
  }

  @Override
  final BytesInput values() throws IOException {
    return dictionary == null ? plain.input() : indices.encoded(dictionary.entries());
  }

  @Override
  final Encoding encoding() {
    return dictionary == null ? Encoding.PLAIN : Encoding.RLE_DICTIONARY;
  }

  @Override
  void clearValues() {
    referred = dictionary == null ? referred : dictionary;
    plain.clear();
    indices.clear();
    plainBytes = 0;
  }

  @Override
  final DictionaryPage dictionaryPage() {
    return referred == null
        ? null
        : new DictionaryPage(referred.page(), referred.entries(), Encoding.PLAIN);
  }
}
