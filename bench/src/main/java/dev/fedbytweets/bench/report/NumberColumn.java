package dev.fedbytweets.bench.report;

import java.util.Locale;

/// A column of numbers.
///
/// @param heading with the unit: `wall s`
/// @param decimals how many are shown
public record NumberColumn(String heading, int decimals) {

  /// The number as it is shown; a dash for null.
  String show(Double number) {
    return number == null ? "-" : String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
