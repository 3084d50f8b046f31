package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Stores pages that are not stored yet, several at a time: one journal entry announces them,
/// then they are written. Killed anywhere in between and done again, every page is stored, and
/// the last entry that names it is the one under which it was.
final class RawPages {

  private static final int MOST_BYTES = 16 << 20;

  private final ObjectStore store;
  private final Journal journal;
  private final SubjectName subject;
  private final int pagesAtOnce;
  private final Map<PageKey, Waiting> waiting = new LinkedHashMap<>();
  private long waitingBytes;
  private Integer lastEntry;

  RawPages(ObjectStore store, SubjectName subject, int pagesAtOnce) {
    this.store = store;
    this.journal = new Journal(store);
    this.subject = subject;
    this.pagesAtOnce = pagesAtOnce;
  }

  private record Waiting(byte[] body, Map<String, String> metadata) {}

  /// Takes a page, which [#flush()] stores at the latest.
  ///
  /// @return false if it is known already, and then nothing is done
  boolean add(PageKey key, Slice page, PageMetadata metadata) {
    // Reading the object is the one question about a key that does not cost more with every other
    // key beside it.
    if (waiting.containsKey(key) || store.read(key.key()).isPresent()) {
      return false;
    }
    byte[] body = page.compressed();
    waiting.put(key, new Waiting(body, metadata.toMap()));
    waitingBytes += body.length;
    if (waiting.size() >= pagesAtOnce || waitingBytes >= MOST_BYTES) {
      flush();
    }
    return true;
  }

  /// Stores all pages that were taken.
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    if (lastEntry == null) {
      lastEntry = journal.last(subject);
    }
    JournalEntry entry = new JournalEntry.Pages(List.copyOf(waiting.keySet()));
    lastEntry = journal.append(subject, entry, lastEntry);
    waiting.forEach((key, page) -> store.writeIfAbsent(key.key(), page.body(), page.metadata()));
    waiting.clear();
    waitingBytes = 0;
  }
}
