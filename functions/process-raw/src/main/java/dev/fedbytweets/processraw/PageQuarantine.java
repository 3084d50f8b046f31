package dev.fedbytweets.processraw;

import static dev.fedbytweets.core.model.Layer.BRONZE;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.Quarantine;
import dev.fedbytweets.processraw.page.BrokenPage;
import dev.fedbytweets.processraw.page.PageOutcome;
import dev.fedbytweets.processraw.page.ParsedPage;
import dev.fedbytweets.processraw.page.TableRows;
import java.util.List;

/// Quarantines what cannot become rows of a page.
final class PageQuarantine {

  private static final JsonMapper JSON = new JsonMapper();

  private final Quarantine quarantine;

  PageQuarantine(ObjectStore store, Metrics metrics) {
    this.quarantine = new Quarantine(store, metrics);
  }

  /// Quarantines the rows that cannot be used. A broken page becomes one line among the tweets:
  /// its bytes stay in the raw page.
  void add(PageKey key, PageOutcome outcome) {
    switch (outcome) {
      case ParsedPage page -> {
        add(key, Entity.TWEETS, page.tweets());
        add(key, Entity.USERS, page.users());
        add(key, Entity.PLACES, page.places());
        add(key, Entity.MEDIA, page.media());
      }
      case BrokenPage page -> {
        ObjectNode line = JSON.createObjectNode();
        line.put("reason", page.reason());
        line.put("source", key.fileName());
        quarantine.add(BRONZE, Entity.TWEETS, key.fileName(), List.of(line.toString()));
      }
    }
  }

  private void add(PageKey key, Entity table, TableRows<?> rows) {
    List<String> lines =
        rows.quarantined().stream().map(row -> row.toLine(key.fileName())).toList();
    quarantine.add(BRONZE, table, key.fileName(), lines);
  }
}
