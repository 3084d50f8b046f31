package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.util.List;
import java.util.Optional;

/// Finds the earlier post that a reply, quote or retweet belongs to: an original one of the last
/// hours, so that looking it up never leads further back.
final class Targets {

  private static final int HOURS_BACK = 6;

  private final Timetable timetable;

  Targets(Timetable timetable) {
    this.timetable = timetable;
  }

  /// Empty for an original post, and where nothing was said in the hour that was looked at.
  Optional<Slot> of(Slot slot, Dice dice) {
    if (slot.kind() == PostKind.ORIGINAL) {
      return Optional.empty();
    }
    long hour = Timetable.hourOf(Snowflake.timeOf(slot.id())) - dice.between(1, HOURS_BACK);
    List<Slot> originals =
        timetable.hour(hour).stream().filter(other -> other.kind() == PostKind.ORIGINAL).toList();
    return originals.isEmpty() ? Optional.empty() : Optional.of(dice.pick(originals));
  }
}
