package dev.fedbytweets.tables.files;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/// Decodes texts; a text in a dictionary is decoded once.
final class TextConverter extends PrimitiveConverter {

  /// A larger dictionary is hardly one of texts that repeat.
  private static final int MOST_DECODED = 1 << 14;

  private Dictionary dictionary;
  private String[] decoded;
  private String text;

  /// The value that was read last.
  String text() {
    return text;
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.decoded = new String[Math.min(dictionary.getMaxId() + 1, MOST_DECODED)];
  }

  @Override
  public void addValueFromDictionary(int id) {
    if (id >= decoded.length) {
      text = dictionary.decodeToBinary(id).toStringUsingUTF8();
      return;
    }
    if (decoded[id] == null) {
      decoded[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
    }
    text = decoded[id];
  }

  @Override
  public void addBinary(Binary value) {
    text = value.toStringUsingUTF8();
  }
}
