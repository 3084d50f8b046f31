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
/// @param mediaRead media that X sent with the posts
/// @param partialErrors errors that X reported beside the posts
/// @param repeatedPosts posts that X gave again, because windows overlap
/// @param latePosts posts that X gave only now, though a window before had covered their time
/// @param gaps spans of time put on record as lost
/// @param clockAheadSeconds how far the machine's clock was ahead of X's in the last invocation,
///     negative if it was behind; 0 if by no more than a minute
/// @param estimatedChargeUsd what X is expected to charge for the posts and media read, US
///     dollars
public record GetTweetsOutput(
    Progress status,
    StopReason reason,
    @Nullable Instant resumeAt,
    SubjectName subject,
    int pages,
    int unreadablePages,
    Counts counts,
    long usersRead,
    long mediaRead,
    long partialErrors,
    long repeatedPosts,
    long latePosts,
    int gaps,
    long clockAheadSeconds,
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
