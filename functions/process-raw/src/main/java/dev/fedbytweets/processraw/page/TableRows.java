package dev.fedbytweets.processraw.page;

import dev.fedbytweets.core.step.Counts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /// With more rows of the same page behind these. Of rows with one `id` these are kept, and the
  /// others are not counted: the page says again what it has said.
  ///
  /// @param id of a row
  TableRows<R> withMore(TableRows<R> more, Function<R, String> id) {
    if (more.counts.read() == 0) {
      return this;
    }
    Set<String> ids = written.stream().map(id).collect(Collectors.toSet());
    List<R> added = more.written.stream().filter(row -> !ids.contains(id.apply(row))).toList();
    int repeated = more.written.size() - added.size();
    Counts counted = counts.plus(more.counts);
    return new TableRows<>(
        Stream.concat(written.stream(), added.stream()).toList(),
        Stream.concat(
                quarantined.stream(),
                more.quarantined.stream().map(row -> row.behind((int) counts.read())))
            .toList(),
        new Counts(
            counted.read() - repeated,
            counted.written() - repeated,
            counted.rejected(),
            counted.duplicates()));
  }
}
