package dev.fedbytweets.xstandin.posts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// How many posts an hour has: most when it is evening in the Americas, fewest when they sleep, a
/// little more on weekends.
final class VolumeByHour {

  /// Percent of the average, for each hour of the day in UTC; they average 100.
  private static final int[] PERCENT = {
    165, 140, 110, 80, 55, 40, 30, 35, 50, 65, 85, 95,
    105, 110, 115, 120, 125, 125, 120, 120, 125, 130, 125, 130
  };

  private static final int WEEKEND_PERCENT = 115;

  private final int average;

  /// @param average posts in an hour
  VolumeByHour(int average) {
    this.average = average;
  }

  int postsIn(long hour, Dice dice) {
    OffsetDateTime time =
        Instant.ofEpochSecond(hour * Timetable.SECONDS_PER_HOUR).atOffset(ZoneOffset.UTC);
    double expected = average * PERCENT[time.getHour()] / 100.0;
    if (isWeekend(time.getDayOfWeek())) {
      expected *= WEEKEND_PERCENT / 100.0;
    }
    return (int) Math.round(expected * (0.8 + 0.4 * dice.fraction()));
  }

  private static boolean isWeekend(DayOfWeek day) {
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }
}
