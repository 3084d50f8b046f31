package dev.fedbytweets.processraw;

import dev.fedbytweets.core.work.WorkAhead;
import dev.fedbytweets.processraw.PageSource.StoredPage;
import dev.fedbytweets.processraw.PendingPages.PendingPage;
import dev.fedbytweets.processraw.page.PageOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Reads and parses pages on other threads while the rows of earlier ones are written, and hands
/// them on in their order.
final class PageReadAhead implements AutoCloseable {

  /// Enough for an object store far away: a page comes faster than it is turned into rows.
  private static final int READERS = 2;

  /// How many bytes of pages, decompressed, wait as rows at most. A larger page waits alone.
  private static final int MOST_PARSED_BYTES = 4 << 20;

  private final PageSource source;
  private final Instant importDate;
  private final WorkAhead<ReadPage> reading;
  private final WorkAhead<ParsedAhead> parsing;

  private record ReadPage(PendingPage page, StoredPage stored) {}

  private record ParsedAhead(PendingPage page, Optional<PageOutcome> outcome) {}

  /// @param importDate of all rows
  /// @param outcomes takes each page, with its rows or why it has none; empty if it was announced
  ///     but never stored
  PageReadAhead(
      PageSource source,
      Instant importDate,
      BiConsumer<PendingPage, Optional<PageOutcome>> outcomes) {
    this.source = source;
    this.importDate = importDate;
    this.reading = new WorkAhead<>(READERS, Long.MAX_VALUE, this::parse);
    this.parsing =
        new WorkAhead<>(
            WorkAhead.processors(),
            MOST_PARSED_BYTES,
            page -> outcomes.accept(page.page(), page.outcome()));
  }

  /// Has a page read. Earlier ones may be handed on first.
  void add(PendingPage page) {
    reading.add(1, () -> new ReadPage(page, source.read(page.key())));
  }

  /// Hands on all pages.
  void finish() {
    reading.finish();
    parsing.finish();
  }

  /// Gives up what is not handed on yet.
  @Override
  public void close() {
    reading.close();
    parsing.close();
  }

  private void parse(ReadPage page) {
    parsing.add(
        page.stored().expectedLength(),
        () -> new ParsedAhead(page.page(), source.parse(page.stored(), importDate)));
  }
}
