package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.storage.PageKey;
import java.util.List;
import java.util.stream.Collectors;

/// Lines for a person about raw pages that are not there.
final class MissingPages {

  private static final int MOST_NAMED = 3;

  private MissingPages() {}

  /// @param pages at least one
  static String inTables(List<PageKey> pages) {
    return "%s gone whose rows are in the tables: %s".formatted(count(pages), first(pages));
  }

  /// @param pages at least one
  static String inJournal(List<PageKey> pages) {
    return "%s named in the journal but missing: %s".formatted(count(pages), first(pages));
  }

  private static String count(List<PageKey> pages) {
    return pages.size() == 1 ? "1 raw page is" : "%,d raw pages are".formatted(pages.size());
  }

  private static String first(List<PageKey> pages) {
    String names =
        pages.stream().limit(MOST_NAMED).map(PageKey::key).collect(Collectors.joining(", "));
    return pages.size() > MOST_NAMED ? names + ", ..." : names;
  }
}
