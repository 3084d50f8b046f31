package dev.fedbytweets.local.importing;

import java.util.List;

/// What an import did.
///
/// @param files how many files were read
/// @param pages how many response pages they hold: those stored and the duplicates
/// @param stored pages that were not in the lake before
/// @param duplicates pages that were in the lake already, or are in the files more than once
/// @param posts posts in the `data` of the pages that were stored
/// @param rejected how many records were quarantined, or found to be missing
/// @param firstRejected the first hundred of them, in the order of the files; unmodifiable
public record ImportReport(
    int files,
    long pages,
    long stored,
    long duplicates,
    long posts,
    long rejected,
    List<RejectedRecord> firstRejected) {

  public ImportReport {
    if (pages != stored + duplicates) {
      throw new IllegalArgumentException(
          "%d pages are not %d stored and %d duplicates".formatted(pages, stored, duplicates));
    }
    firstRejected = List.copyOf(firstRejected);
  }
}
