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
import dev.fedbytweets.processraw.page.ParsedPage;
import dev.fedbytweets.processraw.page.TableRows;
import java.util.List;

/// Sets aside what of a page cannot become rows.
final class SettingAside {

  private static final JsonMapper JSON = new JsonMapper();

  private final Quarantine quarantine;

  SettingAside(ObjectStore store, Metrics metrics) {
    this.quarantine = new Quarantine(store, metrics);
  }

  /// The rows without a use.
  void setAside(PageKey key, ParsedPage page) {
    setAside(key, Entity.TWEETS, page.tweets());
    setAside(key, Entity.USERS, page.users());
    setAside(key, Entity.PLACES, page.places());
  }

  /// A whole page: noted among the tweets, its bytes stay in the raw page.
  void setAside(PageKey key, BrokenPage page) {
    ObjectNode line = JSON.createObjectNode();
    line.put("reason", page.reason());
    line.put("source", key.fileName());
    quarantine.setAside(BRONZE, Entity.TWEETS, key.fileName(), List.of(line.toString()));
  }

  private void setAside(PageKey key, Entity entity, TableRows<?> rows) {
    List<String> lines = rows.setAside().stream().map(row -> row.toLine(key.fileName())).toList();
    quarantine.setAside(BRONZE, entity, key.fileName(), lines);
  }
}
