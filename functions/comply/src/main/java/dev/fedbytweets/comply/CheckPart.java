package dev.fedbytweets.comply;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fedbytweets.xclient.ComplianceType;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A part of what X is asked in a check: one job.
///
/// @param part which of the parts of its type, from 0
/// @param parts how many its type has
/// @param step how far it is
/// @param jobId of X; null without a job
/// @param submittedAt when its list was uploaded; null before
/// @param tries how many jobs for it came to nothing
public record CheckPart(
    ComplianceType type,
    int part,
    int parts,
    Step step,
    @Nullable String jobId,
    @Nullable Instant submittedAt,
    int tries) {

  /// How far a part is.
  public enum Step {
    /// It has no job.
    @JsonProperty("new")
    NEW,
    /// Its job waits for the list.
    @JsonProperty("created")
    CREATED,
    /// X works on the list.
    @JsonProperty("submitted")
    SUBMITTED,
    /// The results can be downloaded.
    @JsonProperty("complete")
    COMPLETE
  }

  public CheckPart {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(step, "step");
  }

  static CheckPart first(ComplianceType type, int part, int parts) {
    return new CheckPart(type, part, parts, Step.NEW, null, null, 0);
  }

  CheckPart created(String job) {
    return new CheckPart(type, part, parts, Step.CREATED, job, null, tries);
  }

  CheckPart submitted(Instant now) {
    return new CheckPart(type, part, parts, Step.SUBMITTED, jobId, now, tries);
  }

  CheckPart complete() {
    return new CheckPart(type, part, parts, Step.COMPLETE, jobId, submittedAt, tries);
  }

  /// Without its job, which came to nothing.
  CheckPart again(int triesSoFar) {
    return new CheckPart(type, part, parts, Step.NEW, null, null, triesSoFar);
  }

  boolean isComplete() {
    return step == Step.COMPLETE;
  }

  /// As in `tweets 2 of 3`.
  @Override
  public String toString() {
    return parts == 1 ? type.toString() : "%s %d of %d".formatted(type, part + 1, parts);
  }
}
