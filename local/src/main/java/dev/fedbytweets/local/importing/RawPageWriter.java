package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.NewObject;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stores pages that are not in the lake yet, several at a time: one journal entry of each subject
/// announces them, then they are written, after what they were made of. If this is killed anywhere
/// in between and done again, every page is stored, and the last entry that names it is the one
/// under which it was.
final class RawPageWriter {

  private static final int MOST_BYTES = 16 << 20;

  private final ObjectStore store;
  private final Journal journal;
  private final int pagesAtOnce;
  private final Map<PageKey, NewPage> waiting = new LinkedHashMap<>();
  private final Map<SubjectName, Integer> lastEntries = new HashMap<>();
  private long waitingBytes;

  RawPageWriter(ObjectStore store, int pagesAtOnce) {
    this.store = store;
    this.journal = new Journal(store);
    this.pagesAtOnce = pagesAtOnce;
  }

  /// A page that is not in the lake.
  ///
  /// @param body gzipped
  /// @param original what it was made of, gzipped; empty if it is as X sent it
  record NewPage(byte[] body, Map<String, String> metadata, Optional<byte[]> original) {}

  /// Whether the lake has a page with this key. Safe for use by several threads.
  boolean isStored(PageKey key) {
    return stored(key).isPresent();
  }

  /// The SHA-256 of the page that has this key, as its metadata has it; empty if there is no such
  /// page.
  Optional<String> sha256(PageKey key) {
    NewPage page = waiting.get(key);
    return page != null ? Optional.of(sha256(key, page.metadata())) : stored(key);
  }

  /// Takes a page that is not in the lake, and stores it at the next [#flush()] at the latest.
  void add(PageKey key, NewPage page) {
    waiting.put(key, page);
    waitingBytes += page.body().length + page.original().map(bytes -> bytes.length).orElse(0);
    if (waiting.size() >= pagesAtOnce || waitingBytes >= MOST_BYTES) {
      flush();
    }
  }

  /// Stores all pages that were taken and are not stored yet.
  void flush() {
    Map<SubjectName, List<PageKey>> bySubject = new LinkedHashMap<>();
    waiting
        .keySet()
        .forEach(
            key -> bySubject.computeIfAbsent(key.subject(), name -> new ArrayList<>()).add(key));
    bySubject.forEach(this::announce);
    store.writeAllIfAbsent(originals());
    store.writeAllIfAbsent(pages());
    waiting.clear();
    waitingBytes = 0;
  }

  /// Of all ways to ask whether a key is there, only reading the object takes as long however many
  /// other keys there are.
  private Optional<String> stored(PageKey key) {
    return store.read(key.key()).map(object -> sha256(key, object.metadata()));
  }

  private void announce(SubjectName subject, List<PageKey> keys) {
    int last = lastEntries.computeIfAbsent(subject, journal::last);
    lastEntries.put(subject, journal.append(subject, new JournalEntry.Pages(keys), last));
  }

  private List<NewObject> originals() {
    List<NewObject> originals = new ArrayList<>();
    waiting.forEach(
        (key, page) ->
            page.original()
                .ifPresent(
                    bytes ->
                        originals.add(new NewObject(LakeLayout.original(key), bytes, Map.of()))));
    return originals;
  }

  private List<NewObject> pages() {
    List<NewObject> pages = new ArrayList<>();
    waiting.forEach(
        (key, page) -> pages.add(new NewObject(key.key(), page.body(), page.metadata())));
    return pages;
  }

  private String sha256(PageKey key, Map<String, String> metadata) {
    return PageMetadata.ofMap(store.describe(key.key()), metadata).sha256();
  }
}
