package dev.fedbytweets.core.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How far a request to forget is fulfilled. Names no post and no user.
///
/// @param status [Progress#MORE] if there is more to do at once; [Progress#WAIT] if whoever writes
///     to the lake now must have ended first; [Progress#DONE] if nothing is left to do
/// @param batch the request
/// @param step what is done next
/// @param after the step goes on after this; empty from its beginning
/// @param before what was written or replaced earlier goes; [Instant#MAX] where nobody else writes
/// @param round how often everything was searched and something found, since others wrote
///     meanwhile
/// @param objects how many objects were searched in this round
/// @param files how many other files
/// @param found how many of both hold something, or cannot be read; at the end also old versions
/// @param foundIn some of them
/// @param versions how many old versions of objects were deleted
/// @param mergesAnew whether tables of silver must be merged anew now, since a subject went; false
///     as long as there is more to do
public record ForgetProgress(
    Progress status,
    String batch,
    ForgetStep step,
    String after,
    Instant before,
    int round,
    long objects,
    long files,
    long found,
    List<String> foundIn,
    long versions,
    boolean mergesAnew) {

  private static final int MOST_NAMED = 20;

  public ForgetProgress {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(batch, "batch");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    foundIn = List.copyOf(foundIn);
  }

  /// A request of which only the tombstone is written.
  public static ForgetProgress begun(String batch, Instant before) {
    return new ForgetProgress(
        Progress.MORE, batch, ForgetStep.EXPAND, "", before, 1, 0, 0, 0, List.of(), 0, false);
  }

  /// The same step, a part further.
  public ForgetProgress goOnAfter(String last) {
    return new ForgetProgress(
        status, batch, step, last, before, round, objects, files, found, foundIn, versions, false);
  }

  /// From the beginning of another step.
  public ForgetProgress goOnWith(ForgetStep next) {
    return new ForgetProgress(
        Progress.MORE,
        batch,
        next,
        "",
        before,
        round,
        objects,
        files,
        found,
        foundIn,
        versions,
        false);
  }

  /// The same, for what was written or replaced before another time.
  public ForgetProgress withBefore(Instant other) {
    return new ForgetProgress(
        status, batch, step, after, other, round, objects, files, found, foundIn, versions, false);
  }

  /// Another step, when whoever writes now has ended. What they leave behind goes later.
  ///
  /// @param now what was written earlier goes
  public ForgetProgress waitBefore(ForgetStep next, Instant now) {
    return new ForgetProgress(
        Progress.WAIT,
        batch,
        next,
        "",
        now,
        round,
        objects,
        files,
        found,
        foundIn,
        versions,
        false);
  }

  /// All once more, since others wrote meanwhile.
  public ForgetProgress again() {
    return new ForgetProgress(
        Progress.MORE,
        batch,
        ForgetStep.TABLES,
        "",
        before,
        round + 1,
        0,
        0,
        0,
        List.of(),
        versions,
        false);
  }

  /// The old versions once more, of a lake in which nothing else was found.
  public ForgetProgress lookedAtVersionsAgain() {
    return new ForgetProgress(
        status, batch, step, after, before, round + 1, objects, files, 0, List.of(), versions,
        false);
  }

  /// Nothing is left to do.
  ///
  /// @param isSubjectGone whether tables of silver must be merged anew now
  public ForgetProgress done(boolean isSubjectGone) {
    return new ForgetProgress(
        Progress.DONE,
        batch,
        step,
        after,
        before,
        round,
        objects,
        files,
        found,
        foundIn,
        versions,
        isSubjectGone);
  }

  /// With more that was searched.
  ///
  /// @param holders what of it holds something
  public ForgetProgress searched(long moreObjects, long moreFiles, List<String> holders) {
    return found(moreObjects, moreFiles, holders.size(), holders);
  }

  /// With something that is left.
  ///
  /// @param count how much
  /// @param name of all of it together
  public ForgetProgress left(long count, String name) {
    return count == 0 ? this : found(0, 0, count, List.of(name));
  }

  /// With old versions that were deleted.
  public ForgetProgress deletedVersions(long more) {
    return new ForgetProgress(
        status,
        batch,
        step,
        after,
        before,
        round,
        objects,
        files,
        found,
        foundIn,
        versions + more,
        false);
  }

  private ForgetProgress found(
      long moreObjects, long moreFiles, long moreFound, List<String> names) {
    List<String> some = new ArrayList<>(foundIn);
    some.addAll(names);
    return new ForgetProgress(
        status,
        batch,
        step,
        after,
        before,
        round,
        objects + moreObjects,
        files + moreFiles,
        found + moreFound,
        some.stream().distinct().limit(MOST_NAMED).toList(),
        versions,
        false);
  }
}
