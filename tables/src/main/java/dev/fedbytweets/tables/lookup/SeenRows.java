package dev.fedbytweets.tables.lookup;

import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/// When rows of silver were last seen at X.
public final class SeenRows {

  private SeenRows() {}

  /// A post or user as it was last seen.
  ///
  /// @param retrievedAt when X answered
  /// @param isTimeKnown false if that time is only estimated
  /// @param isProtected whether X called the user protected; false for a post
  public record SeenRow(long id, Instant retrievedAt, boolean isTimeKnown, boolean isProtected) {}

  /// Gives the rows of some posts or users. A post has one for each subject.
  ///
  /// @param definition of tweets or users in silver
  public static void forEach(
      LakeTables lake, TableDefinition<?> definition, Set<Long> ids, Consumer<SeenRow> rows) {
    if (ids.isEmpty()) {
      return;
    }
    try {
      PresentFiles.of(lake, definition).forEach(columns -> read(columns, ids, rows));
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  private static void read(ColumnFileReader columns, Set<Long> ids, Consumer<SeenRow> rows) {
    Column<Long> id = columns.longs("id");
    Column<Instant> retrievedAt = columns.times("retrieved_at");
    Column<Boolean> timesKnown = columns.flags("retrieved_at_known");
    Column<Boolean> isProtected = columns.flags("protected");
    for (int left = columns.rowsAhead(); left > 0; left = columns.rowsAhead()) {
      columns.openRowGroup();
      for (int row = 0; row < left; row++) {
        SeenRow seen =
            new SeenRow(
                id.next(),
                retrievedAt.next(),
                !Boolean.FALSE.equals(timesKnown.next()),
                Boolean.TRUE.equals(isProtected.next()));
        if (ids.contains(seen.id())) {
          rows.accept(seen);
        }
      }
    }
  }
}
