package dev.fedbytweets.core.storage;

/// How far a reader of a subject's [Journal] has come.
///
/// @param entry the journal entry, from 1; 0 before the first
/// @param page how far into the entry: the number of the last page of a [JournalEntry.From], how
///     many pages of a [JournalEntry.Pages]; 0 before its first
public record Position(int entry, int page) implements Comparable<Position> {

  /// Before everything.
  public static final Position START = new Position(0, 0);

  public Position {
    if (entry < 0 || page < 0) {
      throw new IllegalArgumentException("no position is negative: " + entry + ", " + page);
    }
  }

  @Override
  public int compareTo(Position other) {
    return entry == other.entry
        ? Integer.compare(page, other.page)
        : Integer.compare(entry, other.entry);
  }
}
