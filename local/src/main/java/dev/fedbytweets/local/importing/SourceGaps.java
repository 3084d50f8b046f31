package dev.fedbytweets.local.importing;

import dev.fedbytweets.local.importing.format.PageDraft;

/// What posts that were in no response page do not say.
///
/// @param withoutUser how many do not say who wrote them
/// @param withoutTime how many do not say when they were written
/// @param cut how many have only the beginning of their text
public record SourceGaps(long withoutUser, long withoutTime, long cut) {

  static final SourceGaps NONE = new SourceGaps(0, 0, 0);

  /// With what the posts of a page do not say.
  SourceGaps plus(PageDraft page) {
    return new SourceGaps(
        withoutUser + page.withoutUser(), withoutTime + page.withoutTime(), cut + page.cut());
  }
}
