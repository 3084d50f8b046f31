package dev.fedbytweets.core.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far a compliance check has come.
///
/// @param status [Progress#WAIT] while X works, [Progress#MORE] if all results can be collected, or
///     [Progress#DONE]
/// @param resumeAt when to go on; null unless `status` is [Progress#WAIT]
/// @param check its name
/// @param batches the requests to forget that are not fulfilled: the one that came of it, then
///     those that nobody began, and those that were begun and came to no end; empty while `status`
///     is not [Progress#DONE]
/// @param posts how many posts X is asked for, at most
/// @param users how many users, at most
/// @param counts what came back, by what happened; empty before it is collected
public record ComplyOutput(
    Progress status,
    @Nullable Instant resumeAt,
    String check,
    List<String> batches,
    long posts,
    long users,
    Map<String, Long> counts) {

  public ComplyOutput {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(check, "check");
    batches = List.copyOf(batches);
    counts = Map.copyOf(counts);
    if ((status == Progress.WAIT) != (resumeAt != null)) {
      throw new IllegalArgumentException("a time to resume belongs to WAIT, and to WAIT only");
    }
  }
}
