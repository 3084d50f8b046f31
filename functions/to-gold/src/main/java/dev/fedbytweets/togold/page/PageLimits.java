package dev.fedbytweets.togold.page;

/// How much of a lake a page shows: the more subjects, the less of each.
///
/// @param words of a list
/// @param panels of sentiment, and of engagement
/// @param rows of a table of days or weeks; one that would have more says only what is true of all
///     of them
/// @param runs by subject
record PageLimits(int words, int panels, int rows, int runs) {

  private static final PageLimits FEW = new PageLimits(12, 24, 500, 90);
  private static final PageLimits SOME = new PageLimits(8, 16, 500, 90);
  private static final PageLimits MANY = new PageLimits(3, 12, 100, 40);

  static PageLimits of(int subjects) {
    return subjects <= 5 ? FEW : subjects <= 12 ? SOME : MANY;
  }
}
