package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.columns.ColumnFileWriter;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.LeafCopier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.MessageType;

/// The rows of a changed silver file that stay, copied column by column: no row becomes an object.
final class RetainedRows implements AutoCloseable {

  /// How many rows are copied before the writer is asked how large it has become.
  private static final int ROWS_AT_ONCE = 2048;

  private final Table silver;
  private final FileChanges changes;
  private final ColumnFileReader file;
  private final List<ColumnCopy> columns = new ArrayList<>();

  /// @param crossKeyFlag whose columns the file's changes change
  RetainedRows(Table silver, FileChanges changes, Optional<CrossKeyFlag> crossKeyFlag) {
    this.silver = silver;
    this.changes = changes;
    this.file = new ColumnFileReader(silver, changes.live());
    MessageType target = ParquetSchemaUtil.convert(silver.schema(), silver.name());
    for (ColumnDescriptor column : target.getColumns()) {
      columns.add(columnCopy(column, target, crossKeyFlag));
    }
  }

  /// Copies all rows, a few at a time.
  ///
  /// @param target gives the file for the next few rows
  /// @param copied gets the number of rows copied
  void copy(Supplier<ColumnFileWriter> target, IntConsumer copied) {
    int first = 0;
    while (file.rowsAhead() > 0) {
      int end = first + file.rowsAhead();
      file.openRowGroup();
      while (first < end) {
        int next = Math.min(first + ROWS_AT_ONCE, end);
        copied.accept(copy(first, next, target.get()));
        first = next;
      }
    }
  }

  @Override
  public void close() {
    file.close();
  }

  private int copy(int first, int end, ColumnFileWriter target) {
    for (int column = 0; column < columns.size(); column++) {
      ColumnCopy copy = columns.get(column);
      ColumnWriter writer = target.column(column);
      for (int row = first; row < end; row++) {
        copy.next(row, writer);
      }
    }
    int rows = end - first - changes.removed(first, end);
    target.endRows(rows);
    return rows;
  }

  private ColumnCopy columnCopy(
      ColumnDescriptor column, MessageType target, Optional<CrossKeyFlag> crossKeyFlag) {
    int identifier = column.getPrimitiveType().getId().intValue();
    LeafCopier leaf = file.copier(identifier, column, target);
    int defined = column.getMaxDefinitionLevel();
    String name = silver.schema().findColumnName(identifier);
    if (name.equals("first_retrieved_at")) {
      return new Numbers(leaf, defined, changes.firstRetrievedAt());
    }
    if (crossKeyFlag.map(CrossKeyFlag::chainColumn).filter(name::equals).isPresent()) {
      return new Numbers(leaf, defined, changes.chains());
    }
    if (crossKeyFlag.map(CrossKeyFlag::flagColumn).filter(name::equals).isPresent()) {
      return flag(leaf, defined);
    }
    return (row, writer) -> copyUnlessRemoved(leaf, row, writer);
  }

  private ColumnCopy flag(LeafCopier leaf, int defined) {
    return (row, writer) -> {
      if (changes.isFlagCleared(row) && !changes.isRemoved(row)) {
        leaf.skip();
        writer.write(false, 0, defined);
      } else {
        copyUnlessRemoved(leaf, row, writer);
      }
    };
  }

  private void copyUnlessRemoved(LeafCopier leaf, int row, ColumnWriter writer) {
    if (changes.isRemoved(row)) {
      leaf.skip();
    } else {
      leaf.copy(writer);
    }
  }

  /// Copies one leaf column, row by row.
  @FunctionalInterface
  private interface ColumnCopy {

    /// Copies the value of the next row, or its changed value, or passes over a removed row.
    void next(int row, ColumnWriter writer);
  }

  private final class Numbers implements ColumnCopy {

    private final LeafCopier leaf;
    private final int defined;
    private final ChangedNumbers changed;
    private int next;

    Numbers(LeafCopier leaf, int defined, ChangedNumbers changed) {
      this.leaf = leaf;
      this.defined = defined;
      this.changed = changed;
    }

    @Override
    public void next(int row, ColumnWriter writer) {
      if (!changed.contains(row)) {
        copyUnlessRemoved(leaf, row, writer);
        return;
      }
      leaf.skip();
      long value = changed.value(next++);
      if (!changes.isRemoved(row)) {
        writer.write(value, 0, defined);
      }
    }
  }
}
