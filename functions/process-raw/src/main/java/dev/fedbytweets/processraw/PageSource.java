package dev.fedbytweets.processraw;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.processraw.page.BrokenPage;
import dev.fedbytweets.processraw.page.PageOrigin;
import dev.fedbytweets.processraw.page.PageOutcome;
import dev.fedbytweets.processraw.page.PageParser;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Reads stored pages.
final class PageSource {

  private final ObjectStore store;
  private final PageParser parser = new PageParser();

  PageSource(ObjectStore store) {
    this.store = store;
  }

  /// The page's rows, or why it has none; empty if it was announced but never stored.
  Optional<PageOutcome> read(PageKey key, Instant importDate) {
    return store.read(key.key()).map(object -> outcome(key, object, importDate));
  }

  private PageOutcome outcome(PageKey key, StoredObject object, Instant importDate) {
    try {
      Instant retrievedAt = PageMetadata.retrievedAt(store.describe(key.key()), object.metadata());
      PageOrigin origin =
          new PageOrigin(
              key.fileName(),
              key.subject(),
              key.run(),
              retrievedAt,
              PageMetadata.isRetrievedAtKnown(object.metadata()),
              importDate);
      return parser.parse(Gzip.decompress(object.body()), origin);
    } catch (IOException e) {
      return new BrokenPage("the page cannot be decompressed: " + e.getMessage());
    } catch (RejectedException e) {
      return new BrokenPage(e.getMessage());
    }
  }
}
