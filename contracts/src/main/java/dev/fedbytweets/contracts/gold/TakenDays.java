package dev.fedbytweets.contracts.gold;

/// What a step did about days.
///
/// @param days that it took in
/// @param left that it still has to
/// @param read rows that were read for it
/// @param rows that the step's tables have now of these days
public record TakenDays(int days, int left, long read, long rows) {

  /// There was nothing to do.
  public static final TakenDays NONE = new TakenDays(0, 0, 0, 0);

  /// Both together.
  public TakenDays plus(TakenDays other) {
    return new TakenDays(
        days + other.days, left + other.left, read + other.read, rows + other.rows);
  }
}
