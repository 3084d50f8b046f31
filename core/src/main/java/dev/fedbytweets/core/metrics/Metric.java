package dev.fedbytweets.core.metrics;

/// What is measured. The values of all invocations can be added up; those of tables' sizes over one
/// day, on which each table says once how large it is.
public enum Metric {
  /// Spans of time that a run put on record as lost.
  GAPS,
  /// Rows that were quarantined; a page that cannot be read at all counts as one.
  ROWS_QUARANTINED,
  /// X answered 402: the account is out of credits.
  PAYMENT_REQUIRED,
  /// Invocations during which the machine's clock was more than a minute off X's.
  CLOCK_OFF,
  /// Posts that X gave.
  POSTS_READ,
  /// What X is expected to charge for them, US dollars.
  ESTIMATED_CHARGE_USD,
  /// Data files that the present state of a table reads.
  LIVE_FILES,
  /// Their size, bytes.
  DATA_BYTES,
  /// The size of a table's metadata, bytes.
  METADATA_BYTES,
  /// How long ago a request to forget came that is not fulfilled yet, hours. The largest counts,
  /// not the sum.
  REQUEST_AGE_HOURS
}
