package dev.fedbytweets.processraw;

import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.processraw.PendingPages.PendingPage;
import dev.fedbytweets.tables.bronze.BronzeTable;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out from its rows how far into the journal a bronze table reaches, if its history does not
/// say so any more: somebody else committed and expired all snapshots before. Pages come in in the
/// order of the journal, so a table has all pages of a subject up to the last one that it has rows
/// of. Pages after that one either are not in it or brought it no row: to read them again adds
/// nothing twice.
final class LostPositions {

  private static final Logger LOG = LoggerFactory.getLogger(LostPositions.class);

  private LostPositions() {}

  /// Restores them where they are lost. Else this costs nothing.
  ///
  /// @return whether the tables were changed
  static boolean restore(BronzeTables tables, PendingPages pages) {
    boolean isChanged = restore(tables.tweets(), pages);
    isChanged |= restore(tables.users(), pages);
    isChanged |= restore(tables.places(), pages);
    isChanged |= restore(tables.media(), pages);
    return isChanged;
  }

  private static boolean restore(BronzeTable<?> table, PendingPages pages) {
    boolean isLost = !table.knowsPositions();
    while (!table.knowsPositions()) {
      Set<String> held = table.pages();
      Positions positions = Positions.START;
      for (PendingPage page : pages.after(Positions.START, Integer.MAX_VALUE)) {
        if (held.contains(page.key().fileName())) {
          positions = positions.with(page.subject(), page.position());
        }
      }
      LOG.atWarn()
          .addKeyValue("positions", positions)
          .log("a history does not say which pages a table holds: its rows do");
      table.restore(positions);
    }
    return isLost;
  }
}
