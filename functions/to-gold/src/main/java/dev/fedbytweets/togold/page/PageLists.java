package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.WordCounts.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the lists of the page: which words most posts have, and which of them move up.
final class PageLists {

  private static final String OTHER = "other";
  private static final double PER_SHARE = 10_000;

  private final PageSpan span;
  private final DayPosts posts;
  private final PageWords words;
  private final int subjects;
  private final int longest;

  /// @param words gets those that are shown
  PageLists(PageSpan span, DayPosts posts, PageWords words, int subjects) {
    this.span = span;
    this.posts = posts;
    this.words = words;
    this.subjects = subjects;
    this.longest = PageLimits.of(subjects).words();
  }

  /// Counts words of whole ranges.
  WordCounts most() {
    return new WordCounts(
        subjects,
        span.ranges().stream()
            .map(range -> new Window(span.days() - range.days(), span.days()))
            .toList());
  }

  /// Counts words of the days that are compared, and of those before.
  WordCounts compared() {
    return new WordCounts(subjects, windows().toList());
  }

  /// The words of most posts, by range and subject.
  ///
  /// @param names of words, where they are not their own
  List<List<List<PageWord>>> most(WordCounts counts, Map<String, String> names) {
    return lists(
        (range, place) -> {
          long all = counts.sum(place, range);
          return counts.shown(place, range).stream()
              .limit(longest + 3)
              .sorted(Comparator.comparing(OTHER::equals))
              .map(word -> row(counts, names, range, place, word, all))
              .toList();
        });
  }

  /// The words whose share of the posts grew most, by range and subject.
  List<List<List<PageMover>>> rising(WordCounts counts) {
    List<Window> windows = windows().toList();
    return lists(
        (range, place) -> {
          Window now = windows.get(2 * range);
          Window before = windows.get(2 * range + 1);
          return new Movers(counts, place, 2 * range, posts.in(place, now), posts.in(place, before))
              .rising(longest, words);
        });
  }

  private PageWord row(
      WordCounts counts, Map<String, String> names, int range, int place, String word, long all) {
    long number = counts.posts(place, range, word);
    return new PageWord(
        words.number(names.getOrDefault(word, word)), number, Math.round(PER_SHARE * number / all));
  }

  private Stream<Window> windows() {
    int end = span.days();
    return span.ranges().stream()
        .flatMap(
            range ->
                Stream.of(
                    new Window(end - range.compared(), end),
                    new Window(Math.max(0, end - 2 * range.compared()), end - range.compared())));
  }

  private <T> List<List<List<T>>> lists(ListOfPlace<T> list) {
    return IntStream.range(0, span.ranges().size())
        .mapToObj(
            range ->
                IntStream.rangeClosed(0, subjects)
                    .mapToObj(place -> list.rows(range, place))
                    .toList())
        .toList();
  }

  private interface ListOfPlace<T> {

    List<T> rows(int range, int place);
  }
}
