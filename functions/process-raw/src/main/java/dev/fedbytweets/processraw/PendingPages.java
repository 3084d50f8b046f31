package dev.fedbytweets.processraw;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.JournalEntry.From;
import dev.fedbytweets.core.storage.JournalEntry.Pages;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.Position;
import dev.fedbytweets.core.storage.Positions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the stored pages after a position in the journal. The cost depends on how many are found,
/// not on how many there are.
public final class PendingPages {

  private final ObjectStore store;
  private final Journal journal;

  public PendingPages(ObjectStore store) {
    this.store = store;
    this.journal = new Journal(store);
  }

  /// A page, and the position that is reached with it.
  public record PendingPage(SubjectName subject, Position position, PageKey key) {}

  /// The pages after these positions, in the journal's order, subject by subject.
  ///
  /// @param most how many at most
  public List<PendingPage> after(Positions positions, int most) {
    List<PendingPage> pages = new ArrayList<>();
    for (SubjectName subject : journal.subjects()) {
      for (PendingPage page : after(subject, positions.of(subject), most - pages.size())) {
        pages.add(page);
      }
    }
    return pages;
  }

  private List<PendingPage> after(SubjectName subject, Position position, int most) {
    Map<Integer, JournalEntry> entries = new HashMap<>();
    SortedMap<Integer, List<PageKey>> stored = new TreeMap<>();
    for (int number : journal.from(subject, position.entry())) {
      JournalEntry entry = journal.read(subject, number);
      entries.put(number, entry);
      stored.put(number, stored(entry, position, number));
    }
    // Listed after the pages were: a page that was stored by then was announced by then, so none
    // of them is taken for a page of an earlier entry of its run. An entry never changes.
    Map<Integer, From> announced = new TreeMap<>();
    for (int number : journal.from(subject, position.entry())) {
      JournalEntry entry = entries.computeIfAbsent(number, later -> journal.read(subject, later));
      if (entry instanceof From from) {
        announced.put(number, from);
      }
    }
    Map<PageKey, Integer> listed = lastListed(stored, announced);
    return stored.entrySet().stream()
        .flatMap(entry -> pages(subject, entry.getKey(), entry.getValue(), announced))
        .filter(page -> page.position().compareTo(position) > 0)
        .filter(
            page ->
                listed.getOrDefault(page.key(), page.position().entry()) == page.position().entry())
        .limit(most)
        .toList();
  }

  /// The keys of an entry's pages after the position; for a list all its keys, since a page's
  /// position is its place in the list.
  private List<PageKey> stored(JournalEntry entry, Position position, int number) {
    return switch (entry) {
      case Pages(List<PageKey> pages) -> pages;
      case From(PageKey first) -> {
        int after =
            number == position.entry()
                ? Math.max(position.page(), first.number() - 1)
                : first.number() - 1;
        yield numberedAfter(first, after);
      }
    };
  }

  private List<PageKey> numberedAfter(PageKey first, int after) {
    String folder = LakeLayout.pages(first.subject(), first.date(), first.run());
    String last =
        after == 0 ? "" : PageKey.numbered(first.subject(), first.date(), first.run(), after).key();
    try (Stream<String> keys = store.list(folder, last)) {
      return keys.map(PageKey::find).flatMap(Optional::stream).toList();
    }
  }

  /// The last entry that lists a page. An import that was killed may have announced pages that
  /// it did not store; the import that stores them announces them once more. So a page was stored
  /// under the last entry that lists it, and counts there: tables may have passed the earlier
  /// ones.
  private static Map<PageKey, Integer> lastListed(
      SortedMap<Integer, List<PageKey>> stored, Map<Integer, From> announced) {
    Map<PageKey, Integer> last = new HashMap<>();
    stored.forEach(
        (entry, keys) -> {
          if (!announced.containsKey(entry)) {
            keys.forEach(key -> last.put(key, entry));
          }
        });
    return last;
  }

  private static Stream<PendingPage> pages(
      SubjectName subject, int entry, List<PageKey> keys, Map<Integer, From> announced) {
    From from = announced.get(entry);
    return from == null
        ? IntStream.range(0, keys.size())
            .mapToObj(
                index -> new PendingPage(subject, new Position(entry, index + 1), keys.get(index)))
        : keys.stream()
            .filter(key -> key.number() < firstOfNextEntry(entry, from, announced))
            .map(key -> new PendingPage(subject, new Position(entry, key.number()), key));
  }

  /// A run that goes on after another one came in between has two entries for one folder.
  private static int firstOfNextEntry(int entry, From from, Map<Integer, From> announced) {
    return announced.entrySet().stream()
        .filter(later -> later.getKey() > entry)
        .map(later -> later.getValue().page())
        .filter(
            page -> page.run().equals(from.page().run()) && page.date().equals(from.page().date()))
        .mapToInt(PageKey::number)
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
