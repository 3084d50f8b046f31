package dev.fedbytweets.togold.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The days that a page shows. A line of many days is drawn by weeks, which end with the last day;
/// the first week may be shorter.
///
/// @param from the first day, UTC
/// @param days how many, at least 1
record PageSpan(LocalDate from, int days) {

  private static final int DAILY = 35;
  private static final int COMPARED = 28;
  private static final List<Integer> SHORTER = List.of(7, 28, 91);

  /// The number of a day, from 0; negative before the first.
  int index(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(from, day);
  }

  boolean contains(LocalDate day) {
    int index = index(day);
    return index >= 0 && index < days;
  }

  /// What can be chosen; all days come last.
  List<PageRange> ranges() {
    return Stream.concat(SHORTER.stream().filter(choice -> choice < days), Stream.of(days))
        .map(this::range)
        .toList();
  }

  /// How many of the last days are drawn one by one.
  int dailyBins() {
    return days <= DAILY ? days : COMPARED;
  }

  /// How many weeks are drawn; 0 if all days are drawn one by one.
  int weeklyBins() {
    return days <= DAILY ? 0 : weeks(days);
  }

  /// The days of a week.
  ///
  /// @param bin from 0
  IntStream week(int bin) {
    int end = days - 7 * (weeklyBins() - 1 - bin);
    return IntStream.range(Math.max(0, end - 7), end);
  }

  private PageRange range(int chosen) {
    boolean weekly = chosen > DAILY;
    int compared = Math.max(1, Math.min(Math.min(chosen, COMPARED), days / 2));
    return new PageRange(chosen, weekly, weekly ? weeks(chosen) : chosen, compared);
  }

  private static int weeks(int days) {
    return (days + 6) / 7;
  }
}
