package dev.fedbytweets.togold.page;

import java.util.Comparator;
import java.util.List;

/// Words of some days beside the same words of the days before.
final class Movers {

  private static final double PER_SHARE = 10_000;

  private final WordCounts counts;
  private final int place;
  private final int window;
  private final long allNow;
  private final long allBefore;
  private final List<String> now;
  private final List<String> before;

  /// @param window the number of the days among the counts; those before come next
  /// @param allNow posts of these days, with and without words
  /// @param allBefore the same of the days before
  Movers(WordCounts counts, int place, int window, long allNow, long allBefore) {
    this.counts = counts;
    this.place = place;
    this.window = window;
    this.allNow = allNow;
    this.allBefore = allBefore;
    this.now = counts.shown(place, window);
    this.before = counts.shown(place, window + 1);
  }

  /// Those whose share grew, most first.
  ///
  /// @param words gets those that are shown
  List<PageMover> rising(int most, PageWords words) {
    return now.stream()
        .filter(word -> growth(word) > 0)
        .sorted(Comparator.comparingLong(this::growth).reversed())
        .limit(most)
        .map(word -> mover(word, words))
        .toList();
  }

  private PageMover mover(String word, PageWords words) {
    return new PageMover(
        words.number(word),
        counts.posts(place, window, word),
        share(word),
        now.indexOf(word) + 1,
        counts.posts(place, window + 1, word),
        shareBefore(word),
        before.indexOf(word) + 1);
  }

  /// Posts that are hidden of the days before count as four, whatever they are: as none, words of
  /// which little is known would stand above those that grew more.
  private long growth(String word) {
    long before = shareBefore(word);
    return share(word)
        - (before == SmallNumbers.HIDDEN ? share(SmallNumbers.SHOWN - 1, allBefore) : before);
  }

  private long share(String word) {
    return share(counts.posts(place, window, word), allNow);
  }

  private long shareBefore(String word) {
    long posts = counts.posts(place, window + 1, word);
    return posts > 0 ? share(posts, allBefore) : posts;
  }

  private static long share(long posts, long all) {
    return Math.round(PER_SHARE * posts / Math.max(posts, all));
  }
}
