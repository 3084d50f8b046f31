package dev.fedbytweets.local.cli;

/// Numbers of things: `1 file`, `1,200 files`.
final class Plural {

  private Plural() {}

  /// @param one the word for one; others have an s
  static String of(long number, String one) {
    return "%,d %s%s".formatted(number, one, number == 1 ? "" : "s");
  }

  /// @param one the word for one
  /// @param others the word for others
  static String of(long number, String one, String others) {
    return "%,d %s".formatted(number, number == 1 ? one : others);
  }
}
