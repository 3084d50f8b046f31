package dev.fedbytweets.local.importing;

/// Why a part of a file cannot be imported.
public enum RejectionReason {
  /// The file, or what was compressed in it, has no bytes or only blanks.
  EMPTY("there is nothing in it"),
  /// It is not JSON, or it is a text or a number.
  NOT_A_RESPONSE("it begins with neither { nor [, so no response of X is in it"),
  /// Windows writes UTF-16 unless told otherwise.
  UTF_16("it is UTF-16, and only UTF-8 is read: convert it and import it again"),
  /// It was cut short: the brackets do not close.
  TRUNCATED("it breaks off before its end"),
  /// Something in it is not as JSON or UTF-8 demand.
  INVALID_JSON("it is not valid JSON in UTF-8"),
  /// It is beyond the limits of the JSON parser.
  LIMIT_EXCEEDED("it is nested too deep, or a name, text or number in it is too long"),
  /// It is longer than [RewindableInput#LONGEST_RECORD].
  TOO_LONG("it is longer than 32 MB, as no response of X is"),
  /// An element of a list of pages is not an object.
  NOT_AN_OBJECT("it is not a JSON object"),
  /// `twarc2 flatten` and many exports write single posts.
  SINGLE_POST(
      "it is a single post, not a response page: import the responses as they were recorded,"
          + " before they were flattened"),
  /// It is an object of another kind.
  NOT_A_PAGE("it is no response page: it has none of data, meta, includes and errors"),
  /// It is a bundle in a bundle, or a list of posts and pages.
  NESTED_PAGES("its data holds pages where posts belong"),
  /// The compressed file was cut short.
  COMPRESSION_TRUNCATED("the compressed data breaks off"),
  /// The compressed file was changed.
  COMPRESSION_DAMAGED("the compressed data is damaged");

  private final String description;

  RejectionReason(String description) {
    this.description = description;
  }

  /// For a person: a part of a sentence in printable ASCII.
  public String description() {
    return description;
  }
}
