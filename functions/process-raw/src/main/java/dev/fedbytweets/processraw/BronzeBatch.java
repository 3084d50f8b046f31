package dev.fedbytweets.processraw;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.processraw.PendingPages.PendingPage;
import dev.fedbytweets.processraw.page.TableRows;
import dev.fedbytweets.tables.bronze.BronzeAppend;
import dev.fedbytweets.tables.bronze.BronzeTable;
import java.time.Instant;

/// What one table gets of a batch of pages. After an attempt that was killed the tables stand at
/// different positions, so each takes only the pages that it lacks.
final class BronzeBatch<R extends Record> implements AutoCloseable {

  private final Positions from;
  private final BronzeAppend<R> append;
  private Positions to;
  private Counts counts = Counts.NONE;

  /// @param from where the table is
  BronzeBatch(BronzeTable<R> table, Positions from, Instant importDate) {
    this.from = from;
    this.to = from;
    this.append = table.append(from, importDate);
  }

  /// Takes a page's rows, if the table lacks them.
  void add(PendingPage page, TableRows<R> rows) {
    if (lacks(page)) {
      rows.written().forEach(append::write);
      counts = counts.plus(rows.counts());
      pass(page);
    }
  }

  /// Takes note of a page that has no rows.
  void pass(PendingPage page) {
    if (lacks(page)) {
      to = to.with(page.subject(), page.position());
    }
  }

  /// @return false if another attempt came first
  boolean commit(RunName run) {
    return to.equals(from) || append.commit(run, to, counts);
  }

  @Override
  public void close() {
    append.close();
  }

  private boolean lacks(PendingPage page) {
    return page.position().compareTo(to.of(page.subject())) > 0;
  }
}
