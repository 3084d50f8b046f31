package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.core.forgotten.ForgottenKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request to forget, without anything of what is forgotten but hashes.
///
/// @param batch its name, unique in the lake
/// @param requestedAt when it came
/// @param reason of whoever asked, in words; null if none was given
/// @param requested how many identifiers of each kind were given
/// @param isExpanded whether `hashes` also hold what goes with what was given: posts of the users,
///     their versions, media
/// @param doneAt when nothing was found any more; null before
/// @param liftedAt since when it does not count any more; null as long as it does
/// @param hashes 16 hexadecimal digits each, by the lower-case form of their kind
public record Tombstone(
    String batch,
    Instant requestedAt,
    @Nullable String reason,
    Map<String, Integer> requested,
    boolean isExpanded,
    @Nullable Instant doneAt,
    @Nullable Instant liftedAt,
    Map<String, List<String>> hashes) {

  public Tombstone {
    Objects.requireNonNull(batch, "batch");
    Objects.requireNonNull(requestedAt, "requestedAt");
    requested = Map.copyOf(requested);
    hashes = Map.copyOf(hashes);
  }

  /// Whether the lake may still hold what it names.
  public boolean isPending() {
    return doneAt == null && liftedAt == null;
  }

  /// The hashes of a kind.
  List<Long> hashes(ForgottenKind kind) {
    return hashes.getOrDefault(kind.lowerCase(), List.of()).stream()
        .map(text -> Long.parseUnsignedLong(text, 16))
        .toList();
  }
}
