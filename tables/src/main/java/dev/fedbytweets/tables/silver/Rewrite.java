package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.FileWriter;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/// Writes the files of a merge: what silver keeps of the changed files, and the batch's news. Some
/// days at once, so that memory does not grow with their number.
final class Rewrite<B extends Record, S extends Record> implements AutoCloseable {

  private final Table silver;
  private final List<ChangedFile> changed;
  private final News<B, S> news;
  private final OpenFiles<S> files;
  private final List<DataFile> written = new ArrayList<>();
  private boolean handedOver;

  Rewrite(Table silver, TableDefinition<S> definition, Difference<B, S> difference) {
    this.silver = silver;
    this.changed = difference.changed();
    this.news = difference.news();
    this.files = new OpenFiles<>(silver, definition, DaysAtOnce.BUFFERS);
  }

  /// Writes everything.
  void write() {
    for (DaysAtOnce days : DaysAtOnce.plan(changed, news)) {
      for (ChangedFile file : changed) {
        if (days.contains(Comparison.dayOf(file))) {
          keep(file);
        }
      }
      news.forEach(days::contains, files::write);
      written.addAll(files.complete());
    }
  }

  /// From here on the files may be part of a snapshot, also when the commit seems to have failed:
  /// closing leaves them.
  void handOver() {
    handedOver = true;
  }

  /// The commit certainly did not happen: closing removes the files.
  void takeBack() {
    handedOver = false;
  }

  /// Removes what was written, unless it was handed over.
  @Override
  public void close() {
    try {
      written.addAll(files.complete());
    } finally {
      if (!handedOver) {
        FileWriter.delete(silver, written);
      }
    }
  }

  /// The new files.
  List<DataFile> written() {
    return written;
  }

  private void keep(ChangedFile file) {
    FileWriter<S> writer = files.of(Comparison.dayOf(file));
    try (KeptRows rows = new KeptRows(silver, file)) {
      rows.copy(writer::file, files::endRows);
    }
  }
}
