package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which pages there are, in the order in which they were announced: one growing list of entries
/// for each subject, at `state/journal/<subject>/<nnnnnnnn>`. A writer of pages appends an entry
/// before it stores them; a reader remembers a [Position], and so finding new pages costs no more
/// than there are new pages.
public final class Journal {

  private static final int FIRST = 1;

  private final ObjectStore store;

  public Journal(ObjectStore store) {
    this.store = store;
  }

  /// Appends an entry.
  ///
  /// @param after an entry that is known to be taken, 0 if none is: where the search for the end
  ///     starts
  /// @return the number of the new entry
  public int append(SubjectName subject, JournalEntry entry, int after) {
    byte[] body = entry.toBytes();
    int number = Math.max(after + 1, FIRST);
    while (store
        .writeIfAbsent(LakeLayout.journalEntry(subject, number), body, Map.of())
        .isEmpty()) {
      number++;
    }
    return number;
  }

  /// The number of the last entry, 0 if there is none. Lists all entries: meant for
  /// callers that keep no position.
  public int last(SubjectName subject) {
    try (Stream<String> keys = store.list(LakeLayout.journal(subject), "")) {
      return keys.map(Journal::number).reduce(0, (first, second) -> second);
    }
  }

  /// The subjects that have entries.
  public List<SubjectName> subjects() {
    return store.folders(LakeLayout.JOURNAL).stream().map(SubjectName::new).toList();
  }

  /// The numbers of the entries from this one on, ascending.
  public List<Integer> from(SubjectName subject, int number) {
    String before = number <= FIRST ? "" : LakeLayout.journalEntry(subject, number - 1);
    try (Stream<String> keys = store.list(LakeLayout.journal(subject), before)) {
      return keys.map(Journal::number).toList();
    }
  }

  /// The entry of this number.
  ///
  /// @throws RejectedException if there is none, or it cannot be read
  public JournalEntry read(SubjectName subject, int number) {
    String key = LakeLayout.journalEntry(subject, number);
    StoredObject object =
        store
            .read(key)
            .orElseThrow(() -> new RejectedException("%s is gone".formatted(store.describe(key))));
    return JournalEntry.ofBytes(store.describe(key), object.body());
  }

  private static int number(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
  }
}
