package dev.fedbytweets.local.importing;

import java.util.List;

/// What an import did.
///
/// @param files how many files were read
/// @param pages how many response pages they hold: those stored and the duplicates
/// @param stored pages that were not in the lake before
/// @param duplicates pages that were in the lake already, or are in the files more than once
/// @param posts posts in the `data` of the pages that were stored
/// @param users users in the `data` of the pages that were stored
/// @param rejected how many records were quarantined, or found to be missing
/// @param lost how many of them are not quarantined whole: the compressed data is damaged there, or
///     they are too long
/// @param firstRejected the first hundred of them, in the order of the files; unmodifiable
public record ImportReport(
    int files,
    long pages,
    long stored,
    long duplicates,
    long posts,
    long users,
    long rejected,
    long lost,
    List<RejectedRecord> firstRejected) {

  public ImportReport {
    if (pages != stored + duplicates) {
      throw new IllegalArgumentException(
          "%d pages are not %d stored and %d duplicates".formatted(pages, stored, duplicates));
    }
    firstRejected = List.copyOf(firstRejected);
  }

  /// Whether everything is in the lake, or in its quarantine, and anything is in the lake at all.
  public boolean isSuccess() {
    return lost == 0 && (pages > 0 || rejected == 0);
  }
}
