package dev.fedbytweets.tables.files;

import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReadStore;

/// A leaf column of a file that is being read: its values in the current row group.
final class Leaf {

  private final ColumnDescriptor descriptor;
  private final int defined;
  private final int listLevel;
  private TextConverter converter = new TextConverter();
  private ColumnReader reader;

  /// @param descriptor null if the file does not have the column
  /// @param listLevel the definition level of an empty list, -1 for a column that is not in a list
  Leaf(ColumnDescriptor descriptor, int listLevel) {
    this.descriptor = descriptor;
    this.defined = descriptor == null ? 0 : descriptor.getMaxDefinitionLevel();
    this.listLevel = listLevel;
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

  void open(PageReadStore pages, ParsedVersion writtenBy) {
    reader =
        new ColumnReaderImpl(descriptor, pages.getPageReader(descriptor), converter, writtenBy);
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
