package dev.fedbytweets.xstandin.endpoint;

/// How full the pages are. X may give fewer posts than were asked for, even none, and still go
/// on.
@FunctionalInterface
public interface PageShape {

  /// How many posts a page holds, if there are so many left.
  ///
  /// @param page counted from 0, the first of a window
  /// @param asked how many posts were asked for
  /// @return 0 to `asked`; not 0 for all pages, or the window never ends
  int posts(int page, int asked);

  /// As many as were asked for.
  static PageShape full() {
    return (page, asked) -> asked;
  }

  /// Every second page half full, every fifth empty, beginning with a full one.
  static PageShape uneven() {
    return (page, asked) -> page % 5 == 4 ? 0 : page % 2 == 1 ? (asked + 1) / 2 : asked;
  }

  /// The first page empty, the others full.
  static PageShape emptyFirst() {
    return (page, asked) -> page == 0 ? 0 : asked;
  }
}
