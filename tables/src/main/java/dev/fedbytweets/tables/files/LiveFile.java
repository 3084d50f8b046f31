package dev.fedbytweets.tables.files;

import java.util.BitSet;
import java.util.Objects;
import org.apache.iceberg.DataFile;

/// A data file of a table without the rows that delete files take out of it. Its rows are numbered
/// without them, from 0.
///
/// @param deleted the positions in the file of the rows that are gone
public record LiveFile(DataFile file, BitSet deleted) {

  public LiveFile {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(deleted, "deleted");
  }

  /// A file of which no row was deleted.
  public static LiveFile whole(DataFile file) {
    return new LiveFile(file, new BitSet(0));
  }

  /// How many rows it has.
  public int rows() {
    return Math.toIntExact(file.recordCount()) - deleted.cardinality();
  }
}
