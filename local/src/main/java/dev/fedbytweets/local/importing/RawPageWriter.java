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

/// Stores pages that are not in the lake yet, several at a time: one journal entry announces them,
/// then they are written. If this is killed anywhere in between and done again, every page is
/// stored, and the last entry that names it is the one under which it was.
final class RawPageWriter {

  private static final int MOST_BYTES = 16 << 20;

  private final ObjectStore store;
  private final Journal journal;
  private final SubjectName subject;
  private final int pagesAtOnce;
  private final Map<PageKey, WaitingPage> waiting = new LinkedHashMap<>();
  private long waitingBytes;
  private Integer lastEntry;

  RawPageWriter(ObjectStore store, SubjectName subject, int pagesAtOnce) {
    this.store = store;
    this.journal = new Journal(store);
    this.subject = subject;
    this.pagesAtOnce = pagesAtOnce;
  }

  private record WaitingPage(byte[] body, Map<String, String> metadata) {}

  /// Takes a page, and stores it at the next [#flush()] at the latest.
  ///
  /// @return false if it is in the lake already; then nothing is done
  boolean add(PageKey key, ByteSlice page, PageMetadata metadata) {
    // Of all ways to ask whether a key is there, only reading the object takes as long however
    // many other keys there are.
    if (waiting.containsKey(key) || store.read(key.key()).isPresent()) {
      return false;
    }
    byte[] body = page.compressed();
    waiting.put(key, new WaitingPage(body, metadata.toMap()));
    waitingBytes += body.length;
    if (waiting.size() >= pagesAtOnce || waitingBytes >= MOST_BYTES) {
      flush();
    }
    return true;
  }

  /// Stores all pages that were taken and are not stored yet.
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
