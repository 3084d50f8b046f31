package dev.fedbytweets.processraw;

import dev.fedbytweets.processraw.page.FieldCounts;
import dev.fedbytweets.processraw.page.ParsedPage;
import java.util.SortedMap;

/// What an invocation saw in the pages that it read.
final class PageTally {

  private final FieldCounts unknownFields = new FieldCounts();
  private final FieldCounts malformedFields = new FieldCounts();
  private int pages;
  private int brokenPages;
  private int mendedPages;

  void add(ParsedPage page) {
    pages++;
    mendedPages += page.mended() ? 1 : 0;
    unknownFields.addAll(page.unknownFields());
    malformedFields.addAll(page.malformedFields());
  }

  void addBroken() {
    pages++;
    brokenPages++;
  }

  int pages() {
    return pages;
  }

  int brokenPages() {
    return brokenPages;
  }

  int mendedPages() {
    return mendedPages;
  }

  SortedMap<String, Long> unknownFields() {
    return unknownFields.toMap();
  }

  SortedMap<String, Long> malformedFields() {
    return malformedFields.toMap();
  }
}
