package dev.fedbytweets.tables.silver;

/// Makes silver rows of bronze rows. No IO, no clock: the same row always gives the same result.
public interface Cleaning<B extends Record, S extends Record> {

  /// Which silver row a bronze row is about.
  Identified identify(Identity row);

  /// The silver row.
  ///
  /// @param row one whose identity is [Identified.Usable]
  /// @param history what else is known of its key
  /// @param corrections counts what had to be mended
  S clean(B row, History history, Corrections corrections);

  /// A bronze row as a line for the quarantine.
  ///
  /// @param row one whose identity is [Identified.Unusable]
  /// @return a JSON object without line breaks
  String quarantineLine(B row, String reason);
}
