package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.gettweets.x.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The run that is collecting, or collected last.
///
/// @param name of the run
/// @param date the UTC day on which it started: a part of its pages' keys
/// @param journalEntry the number of the entry that announces its pages
/// @param lastPage the number of the last page known to be stored, 0 if there is none
/// @param totals what it has read
/// @param vocabulary in which X answered last; null before the first page
/// @param complete whether a window that this run opened is read to its end
public record CollectingRun(
    RunName name,
    LocalDate date,
    int journalEntry,
    int lastPage,
    RunTotals totals,
    @Nullable Vocabulary vocabulary,
    boolean complete) {

  public CollectingRun {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(totals, "totals");
  }

  /// A run that has just announced its pages.
  ///
  /// @param lastPage the number of the last page that it stored before, 0 if there is none
  /// @param earlier the pages that it stored before another run came in between; usually none
  public static CollectingRun announced(
      Run run, int journalEntry, int lastPage, List<StoredPage> earlier) {
    return new CollectingRun(
        run.name(), run.date(), journalEntry, lastPage, RunTotals.of(earlier), null, false);
  }

  /// The key of the page that the run stores next.
  public PageKey nextPage(SubjectName subject) {
    return PageKey.numbered(subject, date, name, lastPage + 1);
  }

  /// With one more page stored.
  CollectingRun plus(StoredPage page) {
    String word = page.metadata().request().vocabulary();
    return new CollectingRun(
        name,
        date,
        journalEntry,
        lastPage + 1,
        totals.plus(page),
        word == null ? vocabulary : Vocabulary.ofWord(word),
        complete);
  }

  CollectingRun withTotals(RunTotals other) {
    return new CollectingRun(name, date, journalEntry, lastPage, other, vocabulary, complete);
  }

  CollectingRun completed() {
    return new CollectingRun(name, date, journalEntry, lastPage, totals, vocabulary, true);
  }
}
