package dev.fedbytweets.processraw.page;

import dev.fedbytweets.core.step.Counts;
import java.util.List;
import java.util.Objects;

/// What one page holds for one bronze table.
///
/// @param written the rows, in the page's order, each `id` once; unmodifiable
/// @param quarantined the rows that cannot be used, in the page's order; unmodifiable
/// @param counts rows in the page, `written`, `quarantined` as rejected, and repeats of an `id`
///     as duplicates
public record TableRows<R>(List<R> written, List<QuarantinedRow> quarantined, Counts counts) {

  public TableRows {
    written = List.copyOf(written);
    quarantined = List.copyOf(quarantined);
    Objects.requireNonNull(counts, "counts");
  }
}
