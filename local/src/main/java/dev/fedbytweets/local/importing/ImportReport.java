package dev.fedbytweets.local.importing;

import dev.fedbytweets.local.importing.format.SourceKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What an import did.
///
/// @param files how many files were read
/// @param pages how many response pages they hold, or were made of them: those stored and the
///     duplicates
/// @param stored pages that were not in the lake before
/// @param duplicates pages that were in the lake already, or are in the files more than once
/// @param posts posts in the `data` of the pages that were stored
/// @param users users in the `data` of the pages that were stored
/// @param converted how many rows were put into pages because they were in none, by what they were;
///     unmodifiable
/// @param gaps what the sources of these rows leave out
/// @param rejected how many records and files cannot be imported, or are missing
/// @param lost how many of them somebody will miss: they are not quarantined whole, or were named
/// @param groups their reasons, each with the first places; unmodifiable
/// @param firstRejected the first hundred of them, in the order of the files; unmodifiable
public record ImportReport(
    int files,
    long pages,
    long stored,
    long duplicates,
    long posts,
    long users,
    Map<SourceKind, Long> converted,
    SourceGaps gaps,
    long rejected,
    long lost,
    List<RejectedGroup> groups,
    List<RejectedRecord> firstRejected) {

  public ImportReport {
    if (pages != stored + duplicates) {
      throw new IllegalArgumentException(
          "%d pages are not %d stored and %d duplicates".formatted(pages, stored, duplicates));
    }
    Map<SourceKind, Long> copy = new EnumMap<>(SourceKind.class);
    copy.putAll(converted);
    converted = Collections.unmodifiableMap(copy);
    groups = List.copyOf(groups);
    firstRejected = List.copyOf(firstRejected);
  }

  /// Whether everything is in the lake, or in its quarantine, and anything is in the lake at all.
  public boolean isSuccess() {
    return lost == 0 && (pages > 0 || rejected == 0);
  }
}
