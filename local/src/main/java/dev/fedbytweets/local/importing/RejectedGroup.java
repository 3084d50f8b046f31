package dev.fedbytweets.local.importing;

import java.util.List;
import java.util.stream.Collectors;

/// What cannot be imported for one reason.
///
/// @param count how many records or files
/// @param first the first of them, one at least; unmodifiable
public record RejectedGroup(long count, List<RejectedRecord> first) {

  public RejectedGroup {
    first = List.copyOf(first);
  }

  /// For a person: the place and the reason, or how many there are, the reason and the first
  /// places.
  @Override
  public String toString() {
    if (count == 1) {
      return first.getFirst().toString();
    }
    return "%,d times %s: %s%s"
        .formatted(
            count,
            first.getFirst().reason().summary(),
            first.stream().map(RejectedRecord::place).collect(Collectors.joining("; ")),
            count > first.size() ? "; ..." : "");
  }
}
