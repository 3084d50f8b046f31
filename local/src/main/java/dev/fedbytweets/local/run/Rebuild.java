package dev.fedbytweets.local.run;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  /// What the tables are made anew from.
  ///
  /// @param pages the number of stored pages
  /// @param missing pages that the journal names and that are not stored: they were removed, or an
  ///     import was killed before it stored them
  public record Sources(long pages, List<PageKey> missing) {

    public Sources {
      missing = List.copyOf(missing);
    }
  }

  /// Announces the pages that are not in the journal yet.
  public Sources announceAll() {
    long pages = 0;
    List<PageKey> missing = new ArrayList<>();
    Set<SubjectName> subjects = new TreeSet<>(journal.subjects());
    subjects.addAll(LakeLayout.subjectsWithPages(store));
    for (SubjectName subject : subjects) {
      List<PageKey> stored = stored(LakeLayout.pages(subject));
      Set<PageKey> announced = announced(subject);
      append(subject, stored.stream().filter(page -> !announced.contains(page)).toList());
      pages += stored.size();
      announced.removeAll(new HashSet<>(stored));
      announced.stream().filter(page -> !isQuarantined(page)).forEach(missing::add);
    }
    return new Sources(pages, missing);
  }

  private void append(SubjectName subject, List<PageKey> pages) {
    int last = journal.last(subject);
    for (int first = 0; first < pages.size(); first += PAGES_IN_AN_ENTRY) {
      int end = Math.min(first + PAGES_IN_AN_ENTRY, pages.size());
      last = journal.append(subject, new JournalEntry.Pages(pages.subList(first, end)), last);
    }
  }

  /// The pages that the journal names. Of a run that has pages, all up to its last one; it names
  /// the first before it stores it.
  private Set<PageKey> announced(SubjectName subject) {
    Set<PageKey> announced = new LinkedHashSet<>();
    for (int number : journal.from(subject, 1)) {
      switch (journal.read(subject, number)) {
        case JournalEntry.Pages(List<PageKey> pages) -> announced.addAll(pages);
        case JournalEntry.From(PageKey first) -> addFrom(first, announced);
      }
    }
    return announced;
  }

  private void addFrom(PageKey first, Set<PageKey> announced) {
    int last =
        stored(LakeLayout.pages(first.subject(), first.date(), first.run())).stream()
            .mapToInt(PageKey::number)
            .max()
            .orElse(0);
    for (int number = first.number(); number <= last; number++) {
      announced.add(PageKey.numbered(first.subject(), first.date(), first.run(), number));
    }
  }

  /// An answer of X that cannot be read is in quarantine instead.
  private boolean isQuarantined(PageKey page) {
    return store.read(LakeLayout.quarantined(page)).isPresent();
  }

  private List<PageKey> stored(String folder) {
    try (Stream<String> keys = store.list(folder, "")) {
      return keys.map(PageKey::find).flatMap(Optional::stream).toList();
    }
  }
}
