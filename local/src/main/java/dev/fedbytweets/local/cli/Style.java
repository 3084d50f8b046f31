package dev.fedbytweets.local.cli;

/// How a part of a line stands out on a terminal that shows it.
enum Style {
  /// What went wrong.
  ERROR("1;31"),
  /// What needs attention.
  WARNING("33"),
  /// Titles.
  TITLE("1");

  private static final String END = "\u001b[0m";

  private final String begin;

  Style(String codes) {
    this.begin = "\u001b[" + codes + "m";
  }

  String of(String text) {
    return begin + text + END;
  }
}
