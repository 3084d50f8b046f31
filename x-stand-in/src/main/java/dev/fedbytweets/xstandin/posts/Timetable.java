package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which posts exist in which hour. An hour is made when it is asked for and forgotten when many
/// others were asked for since. Safe for use by several threads.
final class Timetable {

  static final long SECONDS_PER_HOUR = 3600;

  private static final int MILLIS_PER_HOUR = 3_600_000;
  private static final int REMEMBERED_HOURS = 256;

  /// An identifier's low bits: a machine above a sequence number. Originals and edits come from
  /// different machines, edits of one hour from a different one than those of the next.
  private static final int SEQUENCE_BITS = 12;

  private static final int MOST_IN_AN_HOUR = 1 << SEQUENCE_BITS;
  private static final int MACHINES = 1000;

  private final long seed;
  private final VolumeByHour volume;
  private final Map<Long, List<Slot>> remembered =
      new LinkedHashMap<>(REMEMBERED_HOURS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Slot>> eldest) {
          return size() > REMEMBERED_HOURS;
        }
      };

  Timetable(long seed, int postsPerHour) {
    this.seed = seed;
    this.volume = new VolumeByHour(postsPerHour);
  }

  static long hourOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_HOUR);
  }

  /// The posts first published in this hour, oldest first.
  ///
  /// @param hour counted from 1970-01-01T00:00Z
  synchronized List<Slot> hour(long hour) {
    return remembered.computeIfAbsent(hour, this::make);
  }

  /// The post that has this identifier as its first or its second version.
  Optional<Slot> find(long id) {
    long hour = hourOf(Snowflake.timeOf(id));
    return find(id, hour).or(() -> find(id, hour - 1));
  }

  private Optional<Slot> find(long id, long hour) {
    return hour(hour).stream()
        .filter(slot -> slot.id() == id || slot.isEdited() && slot.editedId() == id)
        .findAny();
  }

  private List<Slot> make(long hour) {
    Dice dice = Dice.of(seed, hour);
    int count = Math.min(volume.postsIn(hour, dice), MOST_IN_AN_HOUR);
    int[] offsets = new int[count];
    Arrays.setAll(offsets, i -> dice.below(MILLIS_PER_HOUR));
    List<Slot> slots = new ArrayList<>(count);
    for (int sequence = 0; sequence < count; sequence++) {
      slots.add(slot(hour, offsets[sequence], sequence, dice));
    }
    slots.sort(Comparator.comparingLong(Slot::id));
    return List.copyOf(slots);
  }

  private static Slot slot(long hour, int offset, int sequence, Dice dice) {
    Instant time = Instant.ofEpochSecond(hour * SECONDS_PER_HOUR).plusMillis(offset);
    long id = identifier(time, dice.below(MACHINES), sequence);
    PostKind kind = PostKind.thrown(dice);
    int author = Authors.thrown(dice);
    long editedId = Slot.NEVER_EDITED;
    if (kind != PostKind.RETWEET && dice.oneIn(40)) {
      int machine = MACHINES + (int) Math.floorMod(hour, 2L);
      Instant edited = time.plusSeconds(dice.between(60, 45 * 60)).plusMillis(dice.below(1000));
      editedId = identifier(edited, machine, sequence);
    }
    return new Slot(id, editedId, kind, author);
  }

  private static long identifier(Instant time, int machine, int sequence) {
    return Snowflake.smallestAt(time) | (long) machine << SEQUENCE_BITS | sequence;
  }
}
