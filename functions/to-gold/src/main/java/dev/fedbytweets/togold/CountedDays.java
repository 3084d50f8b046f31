package dev.fedbytweets.togold;

/// What one call did about days.
///
/// @param days that were counted
/// @param left that still have to be
/// @param read rows that were read for it
/// @param rows that these days have now
record CountedDays(int days, int left, long read, long rows) {

  static final CountedDays NONE = new CountedDays(0, 0, 0, 0);

  CountedDays plus(CountedDays other) {
    return new CountedDays(
        days + other.days, left + other.left, read + other.read, rows + other.rows);
  }
}
