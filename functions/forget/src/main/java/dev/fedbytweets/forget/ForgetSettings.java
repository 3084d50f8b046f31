package dev.fedbytweets.forget;

/// How forgetting works.
///
/// @param readers how many threads read objects ahead; 0 to read one after another
/// @param rounds how often to begin again when something is found, since others wrote meanwhile; 1
///     where nobody else writes
public record ForgetSettings(int readers, int rounds) {

  /// Where nobody else writes.
  public static final ForgetSettings ALONE = new ForgetSettings(0, 1);

  public ForgetSettings {
    if (readers < 0 || rounds < 1) {
      throw new IllegalArgumentException("%d readers, %d rounds".formatted(readers, rounds));
    }
  }
}
