package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.columns.ColumnFileWriter;
import dev.fedbytweets.tables.files.LeafCopier;
import dev.fedbytweets.tables.files.RowCopier;
import dev.fedbytweets.tables.files.RowCopier.ColumnCopy;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;

/// The rows of a changed silver file that stay, with what changes in them.
final class RetainedRows implements AutoCloseable {

  private final FileChanges changes;
  private final Optional<CrossKeyFlag> crossKeyFlag;
  private final RowCopier rows;

  /// @param crossKeyFlag whose columns the file's changes change
  RetainedRows(Table silver, FileChanges changes, Optional<CrossKeyFlag> crossKeyFlag) {
    this.changes = changes;
    this.crossKeyFlag = crossKeyFlag;
    this.rows =
        new RowCopier(
            silver,
            changes.live(),
            this::columnCopy,
            (first, end) -> end - first - changes.removed(first, end));
  }

  /// Copies all rows, a few at a time.
  ///
  /// @param target gives the file for the next few rows
  /// @param copied gets the number of rows copied
  void copy(Supplier<ColumnFileWriter> target, IntConsumer copied) {
    rows.copy(target, copied);
  }

  @Override
  public void close() {
    rows.close();
  }

  private ColumnCopy columnCopy(String name, LeafCopier leaf, ColumnDescriptor column) {
    int defined = column.getMaxDefinitionLevel();
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
