package dev.fedbytweets.local.run;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Prepares making the tables anew from the raw pages: puts every stored page into the journal,
/// also if the pages were copied here from elsewhere.
public final class Rebuild {

  private static final int PAGES_IN_AN_ENTRY = 1000;

  private final ObjectStore store;
  private final Journal journal;

  public Rebuild(ObjectStore store) {
    this.store = store;
    this.journal = new Journal(store);
  }

  /// Announces the pages that are not in the journal yet.
  ///
  /// @return the number of stored pages
  public long announceAll() {
    long pages = 0;
    for (SubjectName subject : LakeLayout.subjectsWithPages(store)) {
      pages += announceAll(subject);
    }
    return pages;
  }

  private long announceAll(SubjectName subject) {
    Set<String> announced = announced(subject);
    List<PageKey> missing = new ArrayList<>();
    long pages = 0;
    try (Stream<String> keys = store.list(LakeLayout.pages(subject), "")) {
      for (String key : (Iterable<String>) keys::iterator) {
        pages++;
        if (!announced.contains(key)) {
          missing.add(PageKey.ofKey(key));
        }
      }
    }
    int last = journal.last(subject);
    for (int first = 0; first < missing.size(); first += PAGES_IN_AN_ENTRY) {
      int end = Math.min(first + PAGES_IN_AN_ENTRY, missing.size());
      last = journal.append(subject, new JournalEntry.Pages(missing.subList(first, end)), last);
    }
    return pages;
  }

  private Set<String> announced(SubjectName subject) {
    Set<String> keys = new HashSet<>();
    for (int number : journal.from(subject, 1)) {
      switch (journal.read(subject, number)) {
        case JournalEntry.Pages(List<PageKey> pages) -> pages.forEach(page -> keys.add(page.key()));
        case JournalEntry.From(PageKey first) -> addFrom(first, keys);
      }
    }
    return keys;
  }

  private void addFrom(PageKey first, Set<String> keys) {
    String folder = LakeLayout.pages(first.subject(), first.date(), first.run());
    try (Stream<String> stored = store.list(folder, "")) {
      stored.filter(key -> PageKey.ofKey(key).number() >= first.number()).forEach(keys::add);
    }
  }
}
