package dev.fedbytweets.core.step;

import dev.fedbytweets.core.model.Entity;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run merged into a silver table. The counts are for the whole run so far, not for one
/// invocation, and stay right when an invocation was killed and repeated; `corrections` are what
/// this invocation saw.
///
/// @param status [Progress#MORE] or [Progress#DONE]
/// @param counts bronze rows: read, written (inserted or newer than what was there), rejected,
///     duplicates
/// @param corrections what cleaning had to mend, by name (`created_at_derived`,
///     `followers_count_clamped`), with how often
public record ToSilverOutput(
    Progress status, Entity table, Counts counts, SortedMap<String, Long> corrections) {

  public ToSilverOutput {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(counts, "counts");
    corrections = new TreeMap<>(corrections == null ? Map.of() : corrections);
  }
}
