package dev.fedbytweets.togold.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How many posts have a word of some kind, by subject and within spans of days. Only what may be
/// shown can be read: nobody can subtract a subject from all of them, or a span from a longer one
/// around it, and find a small number. All is added before anything is read.
final class WordCounts {

  private final List<Window> windows;

  /// The windows cut each other into these, the latest first.
  private final List<Window> pieces;

  private final List<Map<String, long[]>> piecesBySubject;
  private final Map<Integer, Map<String, long[]>> shownByPlace = new HashMap<>();

  /// Days of the page, the last exclusive.
  record Window(int from, int to) {

    private boolean contains(Window other) {
      return other.from >= from && other.to <= to;
    }
  }

  /// @param subjects how many there are
  WordCounts(int subjects, List<Window> windows) {
    this.windows = List.copyOf(windows);
    List<Integer> cuts =
        windows.stream()
            .flatMap(window -> Stream.of(window.from, window.to))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    this.pieces =
        IntStream.range(1, cuts.size())
            .mapToObj(cut -> new Window(cuts.get(cut), cuts.get(cut - 1)))
            .toList();
    this.piecesBySubject =
        IntStream.range(0, subjects)
            .mapToObj(_ -> (Map<String, long[]>) new HashMap<String, long[]>())
            .toList();
  }

  /// Adds a day's posts.
  ///
  /// @param subject its number in the model
  /// @param day from 0
  void add(int subject, int day, String word, long posts) {
    for (int i = 0; i < pieces.size(); i++) {
      if (day >= pieces.get(i).from && day < pieces.get(i).to) {
        piecesBySubject.get(subject).computeIfAbsent(word, _ -> new long[pieces.size()])[i] +=
            posts;
      }
    }
  }

  /// The words of a window that may be shown, most posts first.
  ///
  /// @param place 0 for all subjects, or a subject's number and 1
  List<String> shown(int place, int window) {
    return at(place).entrySet().stream()
        .filter(word -> word.getValue()[window] > 0)
        .sorted(
            Comparator.comparingLong((Map.Entry<String, long[]> word) -> -word.getValue()[window])
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The posts of a word in a window; [SmallNumbers#HIDDEN] if they are too few.
  long posts(int place, int window, String word) {
    long[] posts = at(place).get(word);
    return posts == null ? 0 : posts[window];
  }

  /// The posts of all words in a window, without what would give away a word that is not shown.
  long sum(int place, int window) {
    if (place == 0) {
      return IntStream.rangeClosed(1, piecesBySubject.size())
          .mapToLong(subject -> sum(subject, window))
          .sum();
    }
    long shown = at(place).values().stream().mapToLong(posts -> Math.max(0, posts[window])).sum();
    long all =
        piecesBySubject.get(place - 1).values().stream()
            .flatMap(posts -> cells(posts, window).stream())
            .mapToLong(cell -> Math.round(cell[0]))
            .sum();
    return SmallNumbers.isHidden(all - shown) ? shown : all;
  }

  /// What may be shown, by word and window.
  private Map<String, long[]> at(int place) {
    Map<String, long[]> known = shownByPlace.get(place);
    if (known == null) {
      known = place == 0 ? ofAll() : ofSubject(place - 1);
      shownByPlace.put(place, known);
    }
    return known;
  }

  private Map<String, long[]> ofSubject(int subject) {
    Map<String, long[]> shown = new HashMap<>();
    piecesBySubject
        .get(subject)
        .forEach(
            (word, posts) ->
                shown.put(
                    word,
                    IntStream.range(0, windows.size())
                        .mapToLong(window -> within(posts, window))
                        .toArray()));
    return shown;
  }

  /// What is hidden of a subject is not in the sum of all.
  private Map<String, long[]> ofAll() {
    Map<String, long[]> all = new HashMap<>();
    for (int place = 1; place <= piecesBySubject.size(); place++) {
      at(place)
          .forEach(
              (word, posts) ->
                  all.merge(
                      word,
                      posts,
                      (one, other) ->
                          IntStream.range(0, one.length)
                              .mapToLong(i -> SmallNumbers.sum(List.of(one[i], other[i])))
                              .toArray()));
    }
    return all;
  }

  /// A window that ends with another one has what that one has, and its other pieces.
  private long within(long[] posts, int window) {
    List<double[]> cells = cells(posts, window);
    return cells.isEmpty()
        ? 0
        : SmallNumbers.of(Math.round(SmallNumbers.growing(cells).getLast()[0]));
  }

  private List<double[]> cells(long[] posts, int window) {
    return IntStream.range(0, pieces.size())
        .filter(piece -> windows.get(window).contains(pieces.get(piece)))
        .mapToObj(piece -> new double[] {(double) posts[piece]})
        .toList();
  }
}
