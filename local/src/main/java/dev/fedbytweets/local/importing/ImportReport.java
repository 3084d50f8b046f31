package dev.fedbytweets.local.importing;

import java.util.List;

/// What became of an import.
///
/// @param files files that were read
/// @param pages response pages found in them: those stored and the duplicates
/// @param stored pages that were not in the lake before
/// @param duplicates pages that were in the lake already, or stand several times in the files
/// @param posts elements of `data` in the pages that were stored
/// @param broken pieces that were set aside
/// @param firstBroken the first hundred of them, in the order of the files; unmodifiable
public record ImportReport(
    int files,
    long pages,
    long stored,
    long duplicates,
    long posts,
    long broken,
    List<BrokenPiece> firstBroken) {

  public ImportReport {
    if (pages != stored + duplicates) {
      throw new IllegalArgumentException(
          "%d pages are not %d stored and %d duplicates".formatted(pages, stored, duplicates));
    }
    firstBroken = List.copyOf(firstBroken);
  }
}
