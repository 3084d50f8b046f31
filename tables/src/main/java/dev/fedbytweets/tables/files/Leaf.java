package dev.fedbytweets.tables.files;

import java.util.BitSet;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReadStore;

/// A leaf column of a file that is being read: its values in the rows of the current row group that
/// are not deleted. Whoever reads a row calls [#startRow()] first.
final class Leaf {

  private final ColumnDescriptor descriptor;
  private final int defined;
  private final int listLevel;
  private final BitSet deleted;
  private int row;
  private TextConverter converter = new TextConverter();
  private ColumnReader reader;

  /// @param descriptor null if the file does not have the column
  /// @param listLevel the definition level of an empty list, -1 for a column that is not in a list
  /// @param deleted the positions in the file of the rows that are passed over
  Leaf(ColumnDescriptor descriptor, int listLevel, BitSet deleted) {
    this.descriptor = descriptor;
    this.defined = descriptor == null ? 0 : descriptor.getMaxDefinitionLevel();
    this.listLevel = listLevel;
    this.deleted = deleted;
  }

  /// Whether the file does not have the column, so that every value is null.
  boolean isMissing() {
    return descriptor == null;
  }

  /// What the column is in the file.
  ColumnDescriptor descriptor() {
    return descriptor;
  }

  /// The values that have not been read yet of the row group.
  ColumnReader reader() {
    return reader;
  }

  /// @param firstRow the position in the file of the row group's first row
  void open(PageReadStore pages, ParsedVersion writtenBy, int firstRow) {
    row = firstRow;
    reader =
        new ColumnReaderImpl(descriptor, pages.getPageReader(descriptor), converter, writtenBy);
  }

  /// Goes to the next row that is not deleted, whose values are read or skipped then.
  void startRow() {
    if (!deleted.isEmpty()) {
      for (; deleted.get(row); row++) {
        passValues();
      }
      row++;
    }
  }

  /// Passes over the next row.
  void skipRow() {
    startRow();
    passValues();
  }

  private void passValues() {
    do {
      if (isDefined()) {
        reader.skip();
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
  }

  /// Lets go of the row group.
  void close() {
    reader = null;
    converter = new TextConverter();
  }

  int listLevel() {
    return listLevel;
  }

  /// Whether the current value is not null.
  boolean isDefined() {
    return reader.getCurrentDefinitionLevel() == defined;
  }

  String text() {
    reader.writeCurrentValueToConverter();
    return converter.text();
  }
}
