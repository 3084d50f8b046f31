package dev.fedbytweets.comply;

import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.contracts.forgotten.Tombstone;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A check in which X is asked what must be forgotten: how far it is, without identifiers.
///
/// @param name unique in the lake; the request to forget that comes of it has the same
/// @param begunAt when it began
/// @param deadline until when what X says must be done, and the next check be due
/// @param posts how many posts X is asked for, at most
/// @param users how many users, at most
/// @param parts the jobs that it takes
/// @param collectedAt when the answers were collected; null before
/// @param hasRequest whether a request to forget came of it
/// @param counts what came back, by what happened
/// @param hasWorked whether this check or one before it was collected: else the account may have no
///     access to compliance jobs
public record ComplianceCheck(
    String name,
    Instant begunAt,
    Instant deadline,
    long posts,
    long users,
    List<CheckPart> parts,
    @Nullable Instant collectedAt,
    boolean hasRequest,
    Map<String, Long> counts,
    boolean hasWorked) {

  /// From X's answer to the proof, by X's rules.
  public static final Duration LONGEST = Duration.ofHours(24);

  public ComplianceCheck {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(begunAt, "begunAt");
    Objects.requireNonNull(deadline, "deadline");
    parts = List.copyOf(parts);
    counts = Map.copyOf(counts);
  }

  /// A check as it was stored.
  ///
  /// @param version of the object that holds it
  record Saved(ComplianceCheck check, ObjectVersion version) {}

  /// The last check of a lake; empty if there was none.
  ///
  /// @throws RejectedException if it cannot be read
  public static Optional<ComplianceCheck> last(ObjectStore store) {
    return saved(store).map(Saved::check);
  }

  static Optional<Saved> saved(ObjectStore store) {
    return store
        .read(LakeLayout.COMPLIANCE)
        .map(object -> new Saved(read(store, object), object.version()));
  }

  /// Stores it, in place of what was there.
  ///
  /// @param before what is replaced; empty if there was nothing
  /// @throws RetryableException if something else is there by now
  Saved save(ObjectStore store, Optional<ObjectVersion> before) {
    byte[] body = StepJson.write(this);
    Optional<ObjectVersion> written =
        before.isEmpty()
            ? store.writeIfAbsent(LakeLayout.COMPLIANCE, body, Map.of())
            : store.replace(LakeLayout.COMPLIANCE, body, before.get());
    return written
        .map(version -> new Saved(this, version))
        .orElseThrow(
            () ->
                new RetryableException(
                    "%s was changed by another compliance check"
                        .formatted(store.describe(LakeLayout.COMPLIANCE))));
  }

  /// Whether it is overdue: it did not end in time, or the next one should have begun. Never where
  /// X has not taken a job yet.
  public boolean isOverdue(Instant now) {
    boolean isUsed = hasWorked || parts.stream().anyMatch(part -> part.jobId() != null);
    return isUsed && now.isAfter(deadline);
  }

  /// Whether a request came of it that is not fulfilled.
  public boolean isPending(ObjectStore store) {
    return hasRequest && new Tombstones(store).find(name).map(Tombstone::isPending).orElse(true);
  }

  boolean areAllComplete() {
    return parts.stream().allMatch(CheckPart::isComplete);
  }

  ComplianceCheck with(int index, CheckPart part) {
    List<CheckPart> changed = new ArrayList<>(parts);
    changed.set(index, part);
    return new ComplianceCheck(
        name, begunAt, deadline, posts, users, changed, collectedAt, hasRequest, counts, hasWorked);
  }

  ComplianceCheck collected(Instant now, boolean request, Map<String, Long> found) {
    return new ComplianceCheck(
        name, begunAt, deadline, posts, users, parts, now, request, found, true);
  }

  private static ComplianceCheck read(ObjectStore store, StoredObject object) {
    try {
      return StepJson.read(
          StepJson.tree(new ByteArrayInputStream(object.body())), ComplianceCheck.class);
    } catch (RejectedException e) {
      throw new RejectedException(
          "%s cannot be read: %s".formatted(store.describe(LakeLayout.COMPLIANCE), e.getMessage()),
          e);
    }
  }
}
