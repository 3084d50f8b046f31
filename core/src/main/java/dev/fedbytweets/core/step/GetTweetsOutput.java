package dev.fedbytweets.core.step;

import dev.fedbytweets.core.run.SubjectName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far a run has come with collecting a subject. All numbers are for the whole run so far,
/// not for one invocation, and stay right when an invocation was killed and repeated.
///
/// @param status what to do next
/// @param reason why collecting stopped
/// @param resumeAt when to go on; null unless `status` is [Progress#WAIT]
/// @param pages pages stored
/// @param unreadablePages answers that were quarantined because they cannot be read
/// @param counts posts: read from X, written to the stored pages; as rejected, those that X may
///     charge for unreadable answers
/// @param usersRead users that X sent with the posts
/// @param partialErrors errors that X reported beside the posts
/// @param gaps spans of time put on record as lost
/// @param estimatedChargeUsd what X is expected to charge for the posts read, US dollars
public record GetTweetsOutput(
    Progress status,
    StopReason reason,
    @Nullable Instant resumeAt,
    SubjectName subject,
    int pages,
    int unreadablePages,
    Counts counts,
    long usersRead,
    long partialErrors,
    int gaps,
    BigDecimal estimatedChargeUsd) {

  public GetTweetsOutput {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(estimatedChargeUsd, "estimatedChargeUsd");
    if ((status == Progress.WAIT) != (resumeAt != null)) {
      throw new IllegalArgumentException("a time to resume belongs to WAIT, and to WAIT only");
    }
  }
}
