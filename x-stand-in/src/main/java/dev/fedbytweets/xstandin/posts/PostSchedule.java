package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which posts exist in which hour. An hour is made when it is asked for and forgotten when many
/// others were asked for since. Safe for use by several threads.
final class PostSchedule {

  private static final long SECONDS_PER_HOUR = 3600;

  private static final int MILLIS_PER_HOUR = 3_600_000;
  private static final int REMEMBERED_HOURS = 256;

  /// An identifier's low bits: a machine above a sequence number. Originals and edits come from
  /// different machines, edits of one hour from a different one than those of the next.
  private static final int SEQUENCE_BITS = 12;

  private static final int MOST_IN_AN_HOUR = 1 << SEQUENCE_BITS;
  private static final int MACHINES = 1000;

  /// How many posts an hour of the day in UTC has, in percent of the average: most when it is
  /// evening in the Americas, fewest when they sleep. They average 100.
  private static final int[] PERCENT = {
    165, 140, 110, 80, 55, 40, 30, 35, 50, 65, 85, 95,
    105, 110, 115, 120, 125, 125, 120, 120, 125, 130, 125, 130
  };

  private static final int WEEKEND_PERCENT = 115;

  private final long seed;
  private final int postsPerHour;
  private final Map<Long, List<PostOutline>> remembered =
      new LinkedHashMap<>(REMEMBERED_HOURS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<PostOutline>> eldest) {
          return size() > REMEMBERED_HOURS;
        }
      };

  PostSchedule(long seed, int postsPerHour) {
    this.seed = seed;
    this.postsPerHour = postsPerHour;
  }

  static long hourOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_HOUR);
  }

  /// The posts first published in this hour, oldest first.
  ///
  /// @param hour counted from 1970-01-01T00:00Z
  synchronized List<PostOutline> hour(long hour) {
    return remembered.computeIfAbsent(hour, this::make);
  }

  /// The post that has this identifier as its first or its second version.
  Optional<PostOutline> find(long id) {
    long hour = hourOf(Snowflake.timeOf(id));
    return find(id, hour).or(() -> find(id, hour - 1));
  }

  private Optional<PostOutline> find(long id, long hour) {
    return hour(hour).stream()
        .filter(outline -> outline.id() == id || outline.isEdited() && outline.editedId() == id)
        .findAny();
  }

  private List<PostOutline> make(long hour) {
    SeededRandom random = SeededRandom.of(seed, hour);
    int count = Math.min(postsIn(hour, random), MOST_IN_AN_HOUR);
    int[] offsets = new int[count];
    Arrays.setAll(offsets, i -> random.below(MILLIS_PER_HOUR));
    List<PostOutline> outlines = new ArrayList<>(count);
    for (int sequence = 0; sequence < count; sequence++) {
      outlines.add(outline(hour, offsets[sequence], sequence, random));
    }
    outlines.sort(Comparator.comparingLong(PostOutline::id));
    return List.copyOf(outlines);
  }

  private static PostOutline outline(long hour, int offset, int sequence, SeededRandom random) {
    Instant time = Instant.ofEpochSecond(hour * SECONDS_PER_HOUR).plusMillis(offset);
    long id = identifier(time, random.below(MACHINES), sequence);
    PostOutline.Kind kind = PostOutline.Kind.random(random);
    int author = Authors.random(random);
    long editedId = PostOutline.NEVER_EDITED;
    if (kind != PostOutline.Kind.RETWEET && random.oneIn(40)) {
      int machine = MACHINES + (int) Math.floorMod(hour, 2L);
      Instant edited = time.plusSeconds(random.between(60, 45 * 60)).plusMillis(random.below(1000));
      editedId = identifier(edited, machine, sequence);
    }
    return new PostOutline(id, editedId, kind, author);
  }

  private static long identifier(Instant time, int machine, int sequence) {
    return Snowflake.smallestAt(time) | (long) machine << SEQUENCE_BITS | sequence;
  }

  private int postsIn(long hour, SeededRandom random) {
    OffsetDateTime time = Instant.ofEpochSecond(hour * SECONDS_PER_HOUR).atOffset(ZoneOffset.UTC);
    double expected = postsPerHour * PERCENT[time.getHour()] / 100.0;
    if (time.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
      expected *= WEEKEND_PERCENT / 100.0;
    }
    return (int) Math.round(expected * (0.8 + 0.4 * random.fraction()));
  }
}
