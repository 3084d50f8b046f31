package dev.fedbytweets.processraw.page;

import dev.fedbytweets.contracts.PageBytes;
import dev.fedbytweets.contracts.UnreadablePageException;

/// Reads a response page of X into bronze rows, in one pass over its bytes.
///
/// - X's two vocabularies, `tweet` and `post` names, are read alike, also mixed in one page.
/// - `data`, `includes.tweets`, `includes.users`, `includes.places` and `includes.media` are rows,
///   each a list or a single row. A post that stands in both is a result: see
///   [dev.fedbytweets.core.model.FoundAs]. Everything else stays in the raw page only. What `data`
///   holds, posts, users, places or media, shows in its first row (see [DataKind]); a page whose
///   `data` holds something else is refused.
/// - A row that is no object or has no usable `id`, or `media_key` (a text that is not blank, or a
///   whole number) is quarantined. Of several rows with the same one in a page the first is kept.
/// - Of a field that an object has several times, under one name or under two, the first value
///   that is neither null nor malformed is taken.
/// - Identifiers are text, digit for digit. Texts are as received, except that what is no
///   character becomes U+FFFD, since Parquet's UTF-8 cannot hold it: bytes that are not UTF-8, and
///   halves of surrogate pairs that stand alone.
/// - A value of another kind than its column's is null in the row and counted. Of lists only the
///   elements that fit are kept; a list of coordinates is kept whole or not at all.
/// - A field that is neither a column nor in X's documentation is counted. This looks into the
///   page, `includes`, the rows, and the objects in them that columns come from, but not into
///   lists.
///
/// Safe for use by several threads.
public final class PageParser {

  /// Reads one page as [PageBytes] does: all of it or, if it cannot be read or its `data` holds no
  /// posts, users, places or media, nothing.
  ///
  /// @param body the response body, not compressed; not null
  /// @param origin not null
  public PageOutcome parse(byte[] body, PageOrigin origin) {
    try {
      PageBytes.Result<PageOutcome> page =
          PageBytes.read(
              body, (json, bytes) -> new PageReader(bytes, origin, new JsonCursor(json)).read());
      return page.mended() && page.value() instanceof ParsedPage parsed
          ? parsed.asMended()
          : page.value();
    } catch (UnreadablePageException e) {
      return new BrokenPage(e.getMessage());
    }
  }
}
