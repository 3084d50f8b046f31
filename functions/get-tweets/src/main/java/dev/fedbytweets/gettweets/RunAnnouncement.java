package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.RunState;
import java.util.List;
import java.util.Optional;

/// Makes a run the one that collects a subject: announces its pages in the journal before there
/// are any.
final class RunAnnouncement {

  private final Journal journal;
  private final PageStore pages;

  RunAnnouncement(Journal journal, PageStore pages) {
    this.journal = journal;
    this.pages = pages;
  }

  /// The checkpoint with the run in place of the last one. A run that comes back after another
  /// one goes on after the pages that it has stored before, and keeps their count.
  Checkpoint by(Run run, Checkpoint checkpoint) {
    SubjectName subject = checkpoint.subject();
    List<PageKey> stored = pages.ofRun(subject, run);
    int last = stored.isEmpty() ? 0 : stored.getLast().number();
    PageKey next = PageKey.numbered(subject, run.date(), run.name(), last + 1);
    int known = checkpoint.run() == null ? 0 : checkpoint.run().journalEntry();
    List<PageMetadata> earlier =
        stored.stream().map(pages::find).flatMap(Optional::stream).toList();
    return checkpoint.claimed(
        RunState.claimed(run, announce(new JournalEntry.From(next), known), last, earlier));
  }

  /// The number of the entry. An attempt that died before it could note the number has left the
  /// same entry at the end of the journal.
  private int announce(JournalEntry.From entry, int known) {
    SubjectName subject = entry.page().subject();
    List<Integer> later = journal.from(subject, known + 1);
    int last = later.isEmpty() ? known : later.getLast();
    return !later.isEmpty() && journal.read(subject, last).equals(entry)
        ? last
        : journal.append(subject, entry, last);
  }
}
