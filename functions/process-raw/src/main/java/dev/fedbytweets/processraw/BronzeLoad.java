package dev.fedbytweets.processraw;

import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.processraw.PendingPages.PendingPage;
import dev.fedbytweets.processraw.page.BrokenPage;
import dev.fedbytweets.processraw.page.PageOutcome;
import dev.fedbytweets.processraw.page.ParsedPage;
import java.time.Instant;

/// One commit to each of the three tables: starts from where they are, takes pages, commits.
final class BronzeLoad implements AutoCloseable {

  private final BronzeBatch<Tweet> tweets;
  private final BronzeBatch<User> users;
  private final BronzeBatch<Place> places;

  /// @param from where the tables are
  BronzeLoad(BronzeTables tables, BronzePositions from, Instant importDate) {
    tweets = new BronzeBatch<>(tables.tweets(), from.tweets(), importDate);
    users = new BronzeBatch<>(tables.users(), from.users(), importDate);
    places = new BronzeBatch<>(tables.places(), from.places(), importDate);
  }

  /// Takes a page into the tables that lack it.
  void add(PendingPage page, PageOutcome outcome) {
    switch (outcome) {
      case ParsedPage parsed -> {
        tweets.add(page, parsed.tweets());
        users.add(page, parsed.users());
        places.add(page, parsed.places());
      }
      case BrokenPage broken -> pass(page);
    }
  }

  /// Takes note of a page that has no rows.
  void pass(PendingPage page) {
    tweets.pass(page);
    users.pass(page);
    places.pass(page);
  }

  /// Commits table by table. A table that another attempt has moved is left, and so are the ones
  /// after it.
  ///
  /// @return whether all three were committed
  boolean commit(RunName run) {
    return tweets.commit(run) && users.commit(run) && places.commit(run);
  }

  @Override
  public void close() {
    try (places;
        users;
        tweets) {
      // Each removes what it wrote and did not commit.
    }
  }
}
