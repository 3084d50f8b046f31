package dev.fedbytweets.processraw;

import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.processraw.PendingPages.PendingPage;
import dev.fedbytweets.processraw.page.ParsedPage;
import dev.fedbytweets.processraw.page.TableRows;
import dev.fedbytweets.tables.bronze.BronzeAppend;
import dev.fedbytweets.tables.bronze.BronzeTable;
import java.time.Instant;

/// One commit to each of the four tables: starts where they are, takes pages, commits. After an
/// attempt that was killed the tables are at different positions, so each takes only the pages that
/// it lacks; a table that the lake did not have before takes all of them. Closing without a commit
/// leaves the tables as they were.
final class BronzeLoad implements AutoCloseable {

  private final TableLoad<Tweet> tweets;
  private final TableLoad<User> users;
  private final TableLoad<Place> places;
  private final TableLoad<Medium> media;

  /// Starts from where the tables are now.
  ///
  /// @param importDate of all rows that will be loaded
  BronzeLoad(BronzeTables tables, Instant importDate) {
    tweets = new TableLoad<>(tables.tweets(), importDate);
    users = new TableLoad<>(tables.users(), importDate);
    places = new TableLoad<>(tables.places(), importDate);
    media = new TableLoad<>(tables.media(), importDate);
  }

  /// Up to where in the journal all four tables had the pages at the start.
  Positions start() {
    return tweets.from.earliest(users.from).earliest(places.from).earliest(media.from);
  }

  /// Takes a page's rows into the tables that lack them.
  void add(PendingPage page, ParsedPage rows) {
    tweets.add(page, rows.tweets());
    users.add(page, rows.users());
    places.add(page, rows.places());
    media.add(page, rows.media());
  }

  /// Moves the tables past a page that has no rows.
  void pass(PendingPage page) {
    tweets.pass(page);
    users.pass(page);
    places.pass(page);
    media.pass(page);
  }

  /// Commits table by table, media before the posts that name them. A table that another attempt
  /// has moved is left as it is, and so are the ones after it.
  ///
  /// @return whether all four were committed
  boolean commit(RunName run) {
    return media.commit(run) && tweets.commit(run) && users.commit(run) && places.commit(run);
  }

  @Override
  public void close() {
    try (media;
        places;
        users;
        tweets) {
      // Each removes what it wrote and did not commit.
    }
  }

  private static final class TableLoad<R extends Record> implements AutoCloseable {

    private final Positions from;
    private final BronzeAppend<R> append;
    private Positions to;
    private Counts counts = Counts.NONE;

    TableLoad(BronzeTable<R> table, Instant importDate) {
      this.from = table.positions();
      this.to = from;
      this.append = table.append(from, importDate);
    }

    void add(PendingPage page, TableRows<R> rows) {
      if (lacks(page)) {
        rows.written().forEach(append::write);
        counts = counts.plus(rows.counts());
        pass(page);
      }
    }

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
}
