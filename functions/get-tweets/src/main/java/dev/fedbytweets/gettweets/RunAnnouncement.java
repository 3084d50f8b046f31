package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CollectingRun;
import dev.fedbytweets.gettweets.checkpoint.StoredPage;
import java.util.List;
import java.util.Optional;

/// Makes a run the one that collects a subject: announces its pages in the journal before the
/// first one is stored, so that readers of pages find them.
final class RunAnnouncement {

  private final Journal journal;
  private final PageStore pages;

  RunAnnouncement(Journal journal, PageStore pages) {
    this.journal = journal;
    this.pages = pages;
  }

  /// The checkpoint with the run in place of the last one. A run that comes back after another
  /// one goes on after the pages that it has stored before, and they count for it.
  Checkpoint announce(Run run, Checkpoint checkpoint) {
    SubjectName subject = checkpoint.subject();
    List<PageKey> stored = pages.ofRun(subject, run);
    int lastPage = stored.isEmpty() ? 0 : stored.getLast().number();
    PageKey nextPage = PageKey.numbered(subject, run.date(), run.name(), lastPage + 1);
    int entry = append(new JournalEntry.From(nextPage), lastEntry(checkpoint));
    List<StoredPage> earlier = stored.stream().map(pages::find).flatMap(Optional::stream).toList();
    return checkpoint.withRun(CollectingRun.announced(run, entry, lastPage, earlier));
  }

  /// Announces a page of the last run once more, unless it is stored already: by another
  /// invocation of the run, which had announced it. To be called before the page is stored, since
  /// a reader takes a page under the last entry that was there when it was stored.
  void announceAgain(PageKey page, Checkpoint checkpoint) {
    if (!pages.isStored(page)) {
      append(new JournalEntry.From(page), lastEntry(checkpoint));
    }
  }

  /// The entry of the last run, 0 before the first.
  private static int lastEntry(Checkpoint checkpoint) {
    CollectingRun last = checkpoint.run();
    return last == null ? 0 : last.journalEntry();
  }

  /// Appends the entry to the journal, unless an attempt that died before it could save the
  /// entry's number has left the same entry at the end.
  ///
  /// @param known the number of an entry that is in the journal, 0 if none is known
  /// @return the number of the entry
  private int append(JournalEntry.From entry, int known) {
    SubjectName subject = entry.page().subject();
    List<Integer> later = journal.from(subject, known + 1);
    int last = later.isEmpty() ? known : later.getLast();
    return !later.isEmpty() && journal.read(subject, last).equals(entry)
        ? last
        : journal.append(subject, entry, last);
  }
}
