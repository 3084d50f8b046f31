package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.x.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// What the run did that collects, or collected last.
///
/// @param name of the run
/// @param date the UTC day on which it started: a part of its pages' keys
/// @param journalEntry the entry that announces its pages
/// @param lastPage the number of the last page known to be stored, 0 if there is none
/// @param pages stored
/// @param posts read
/// @param users that came along
/// @param partialErrors that X reported beside the posts
/// @param vocabulary in which X answered last; null before the first page
/// @param complete whether a window that this run opened has been read to its end
public record RunState(
    RunName name,
    LocalDate date,
    int journalEntry,
    int lastPage,
    int pages,
    long posts,
    long users,
    long partialErrors,
    Vocabulary vocabulary,
    boolean complete) {

  public RunState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(date, "date");
  }

  /// Of a run that has just announced its pages.
  ///
  /// @param lastPage of the pages that it stored before, 0 if it did not
  /// @param earlier the pages that it stored before another run came in between; usually none
  public static RunState claimed(
      Run run, int journalEntry, int lastPage, List<PageMetadata> earlier) {
    return new RunState(
        run.name(),
        run.date(),
        journalEntry,
        lastPage,
        earlier.size(),
        earlier.stream().mapToLong(page -> count(page.posts())).sum(),
        earlier.stream().mapToLong(page -> count(page.users())).sum(),
        earlier.stream().mapToLong(page -> count(page.partialErrors())).sum(),
        null,
        false);
  }

  /// Of a run that has done nothing.
  public static RunState none(Run run) {
    return claimed(run, 0, 0, List.of());
  }

  /// The page that the run stores next.
  public PageKey nextPage(SubjectName subject) {
    return PageKey.numbered(subject, date, name, lastPage + 1);
  }

  /// With one more page stored.
  RunState plus(PageMetadata page) {
    return new RunState(
        name,
        date,
        journalEntry,
        lastPage + 1,
        pages + 1,
        posts + count(page.posts()),
        users + count(page.users()),
        partialErrors + count(page.partialErrors()),
        page.vocabulary() == null ? vocabulary : Vocabulary.ofWord(page.vocabulary()),
        complete);
  }

  RunState completed() {
    return new RunState(
        name, date, journalEntry, lastPage, pages, posts, users, partialErrors, vocabulary, true);
  }

  private static int count(Integer number) {
    return number == null ? 0 : number;
  }
}
