package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.model.DataKind;
import java.util.Objects;

/// Why a part of a file, or a file, cannot be imported.
///
/// @param summary for a person: a part of a sentence in printable ASCII, nothing of the file; the
///     same for everything that has this reason
/// @param detail what is said behind it of this one; may be empty
/// @param isLoss whether bytes of the file are lost; else they are quarantined, or the file is of
///     no use
public record RejectionReason(String summary, String detail, boolean isLoss) {

  /// The file, or what was compressed in it, has no bytes or only blanks.
  static final RejectionReason EMPTY = kept("there is nothing in it");

  /// It is not JSON, or it is a text or a number.
  static final RejectionReason NOT_A_RESPONSE =
      kept("it begins with neither { nor [, so no response of X is in it");

  /// What damage in the compressed data left of a record.
  static final RejectionReason FRAGMENT = kept("its beginning is lost in the damage before it");

  /// Windows writes UTF-16 unless told otherwise.
  static final RejectionReason UTF_16 =
      kept("it is UTF-16, and only UTF-8 is read: convert it and import it again");

  /// It was cut short: the brackets do not close.
  static final RejectionReason TRUNCATED = kept("it breaks off before its end");

  /// Something in it is not as JSON demands, and more is wrong than single bytes.
  static final RejectionReason INVALID_JSON = kept("it is not valid JSON in UTF-8");

  /// It is beyond the limits of the JSON parser.
  static final RejectionReason LIMIT_EXCEEDED =
      kept("it is nested too deep, or a name, text or number in it is too long");

  /// An element of a list of pages is not an object.
  static final RejectionReason NOT_AN_OBJECT = kept("it is not a JSON object");

  /// It is an object of another kind.
  static final RejectionReason NOT_A_PAGE =
      kept(
          "it is no response page (it has none of data, meta, includes and errors), no post and no"
              + " user");

  /// It is a bundle in a bundle, or a list of posts and pages.
  static final RejectionReason NESTED_PAGES = kept("its data holds pages where posts belong");

  /// What a stream says beside its posts.
  static final RejectionReason NOTICE =
      kept("it is a notice of a stream, such as of a deleted post, and no post");

  /// What X could not answer, without the answer.
  static final RejectionReason ERROR = kept("it is an error that X reported, and no post");

  public RejectionReason {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(detail, "detail");
  }

  /// For a person: the whole of it.
  public String description() {
    return summary + detail;
  }

  private static RejectionReason kept(String summary) {
    return new RejectionReason(summary, "", false);
  }

  /// It is a response to another question than those whose answers the tables take.
  static RejectionReason of(DataKind data) {
    return kept(data.refusal());
  }

  /// Objects that are single rows, of a kind of which no page can be made.
  static RejectionReason singleRow(DataKind kind) {
    return kept(
        "it is a single %s, not a response page: import the responses as they were recorded,"
                .formatted(kind.singular())
            + " before they were flattened");
  }

  /// It is not what is imported.
  ///
  /// @param what it is, and what to do
  static RejectionReason refused(String what) {
    return kept(what);
  }

  /// The file, or the folder, cannot be read.
  static RejectionReason unreadable(String why) {
    return new RejectionReason(why, "", true);
  }

  /// The compressed file was cut short.
  ///
  /// @param offset the length of the file
  static RejectionReason breaksOffAt(long offset) {
    return new RejectionReason(
        "the compressed data breaks off", " at byte %d of the file".formatted(offset), true);
  }

  /// The compressed file was changed, or holds something else too.
  ///
  /// @param offset where it showed, in the file as it is on the disk
  static RejectionReason damagedAt(long offset) {
    return new RejectionReason(
        "the compressed data is damaged", " at byte %d of the file".formatted(offset), true);
  }

  /// Only its beginning is quarantined.
  ///
  /// @param limit how long a record may be, in bytes
  static RejectionReason longerThan(int limit) {
    return new RejectionReason(
        "it is longer than %d MB, the most that the memory of this process allows: set more, as in"
                .formatted(limit >> 20)
            + " LAKE_JAVA_OPTIONS=-Xmx4g, and import it again",
        "",
        true);
  }
}
