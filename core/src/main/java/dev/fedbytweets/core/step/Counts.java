package dev.fedbytweets.core.step;

import dev.fedbytweets.core.failure.RejectedException;

/// What became of the rows that a step saw. The numbers add up: `read = written + rejected +
/// duplicates`.
///
/// @param read rows taken in
/// @param written rows that are in the result because of this step
/// @param rejected rows quarantined with a reason
/// @param duplicates rows that were already known, or that a newer version of the same
///     thing replaced
public record Counts(long read, long written, long rejected, long duplicates) {

  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /// @throws RejectedException if a number is negative or they do not add up
  public Counts {
    if (written < 0 || rejected < 0 || duplicates < 0 || read != written + rejected + duplicates) {
      throw new RejectedException(
          "counts do not add up: read %d, written %d, rejected %d, duplicates %d"
              .formatted(read, written, rejected, duplicates));
    }
  }

  /// Both together.
  public Counts plus(Counts other) {
    return new Counts(
        read + other.read,
        written + other.written,
        rejected + other.rejected,
        duplicates + other.duplicates);
  }
}
