package dev.fedbytweets.tables.maintenance;

import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/// The files in a table's folder, whether anything names them or not.
final class TableFolder {

  private TableFolder() {}

  /// The folder, with a slash at its end.
  static String of(Table table) {
    return table.location() + "/";
  }

  /// Lists the files.
  ///
  /// @param below the beginning of their paths in the folder; empty for all
  static Iterable<FileInfo> list(Table table, String below) {
    if (!(table.io() instanceof SupportsPrefixOperations files)) {
      throw new IllegalStateException(
          table.io().getClass().getName() + " cannot list the files of " + table.name());
    }
    return files.listPrefix(of(table) + below);
  }
}
