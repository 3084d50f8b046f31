package dev.fedbytweets.local.importing;

/// Why a piece of a file cannot be imported.
public enum Defect {
  /// The file, or what was compressed in it, has no bytes or only blanks.
  EMPTY("there is nothing in it"),
  /// What stands where a page should begin is no JSON, or a text or number.
  NO_JSON("it begins with neither { nor [, so no response of X is in it"),
  /// Windows writes this where it is not told otherwise.
  UTF_16("it is UTF-16, and only UTF-8 is read: convert it and import it again"),
  /// Cut short: the brackets do not close.
  BREAKS_OFF("it breaks off before its end"),
  /// Something in it is not as JSON or UTF-8 demand.
  NOT_JSON("it is not valid JSON in UTF-8"),
  /// Beyond what Jackson reads.
  OUT_OF_BOUNDS("it is nested too deep, or a name, text or number in it is too long"),
  /// Longer than a piece may be.
  TOO_LONG("it is longer than 32 MB, as no response of X is"),
  /// An element of a list of pages that is no object.
  NO_OBJECT("it is not a JSON object"),
  /// As `twarc2 flatten` and many exports write them.
  SINGLE_POST(
      "it is a single post, not a response page: import the responses as they were recorded,"
          + " before they were flattened"),
  /// An object of another kind.
  NO_PAGE("it is no response page: it has none of data, meta, includes and errors"),
  /// A bundle in a bundle, or a list of posts and pages.
  PAGES_IN_PAGE("its data holds pages where posts belong"),
  /// The file was cut short.
  COMPRESSION_BREAKS_OFF("the compressed data breaks off"),
  /// The file was changed.
  COMPRESSION_DAMAGED("the compressed data is damaged");

  private final String reason;

  Defect(String reason) {
    this.reason = reason;
  }

  /// For a person: a part of a sentence in printable ASCII.
  public String reason() {
    return reason;
  }
}
