package dev.fedbytweets.processraw;

import dev.fedbytweets.contracts.forgotten.PageRedactor;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.storage.Gzip;
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

/// Reads stored pages. Safe for use by several threads.
final class PageSource {

  private final ObjectStore store;
  private final PageRedactor redactor;
  private final PageParser parser = new PageParser();

  /// A page as it is stored.
  ///
  /// @param object empty if it was announced but never stored
  record StoredPage(PageKey key, Optional<StoredObject> object) {

    /// About how many bytes it has when it is decompressed.
    int expectedLength() {
      return object.map(it -> Gzip.expectedLength(it.body())).orElse(0);
    }
  }

  /// @param forgotten what no row may be made of, should a page still hold it
  PageSource(ObjectStore store, Forgotten forgotten) {
    this.store = store;
    this.redactor = PageRedactor.ofStored(forgotten);
  }

  /// Reads a page from the store.
  StoredPage read(PageKey key) {
    return new StoredPage(key, store.read(key.key()));
  }

  /// The page's rows, or why it has none; empty if it was never stored.
  Optional<PageOutcome> parse(StoredPage page, Instant importDate) {
    return page.object().map(object -> outcome(page.key(), object, importDate));
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
      return parser.parse(redactor.redacted(Gzip.decompress(object.body())), origin);
    } catch (IOException e) {
      return new BrokenPage("the page cannot be decompressed: " + e.getMessage());
    } catch (RejectedException e) {
      return new BrokenPage(e.getMessage());
    }
  }
}
