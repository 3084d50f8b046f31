package dev.fedbytweets.togold.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How many posts have a word of some kind, by subject and within spans of days.
final class WordCounts {

  private final List<Window> windows;
  private final List<Map<String, long[]>> bySubject;

  /// Days of the page, the last exclusive.
  record Window(int from, int to) {}

  /// @param subjects how many there are
  WordCounts(int subjects, List<Window> windows) {
    this.windows = List.copyOf(windows);
    this.bySubject =
        IntStream.rangeClosed(0, subjects)
            .mapToObj(_ -> (Map<String, long[]>) new HashMap<String, long[]>())
            .toList();
  }

  /// Adds a day's posts.
  ///
  /// @param subject its number in the model
  /// @param day from 0
  void add(int subject, int day, String word, long posts) {
    for (int i = 0; i < windows.size(); i++) {
      if (day >= windows.get(i).from && day < windows.get(i).to) {
        counts(0, word)[i] += posts;
        counts(subject + 1, word)[i] += posts;
      }
    }
  }

  /// The words of a window that may be shown, most posts first.
  ///
  /// @param place 0 for all subjects, or a subject's number and 1
  List<String> shown(int place, int window) {
    Map<String, long[]> words = bySubject.get(place);
    return words.entrySet().stream()
        .filter(word -> word.getValue()[window] >= SmallNumbers.SHOWN)
        .sorted(
            Comparator.comparingLong((Map.Entry<String, long[]> word) -> -word.getValue()[window])
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The posts of a word in a window.
  long posts(int place, int window, String word) {
    return bySubject.get(place).getOrDefault(word, new long[windows.size()])[window];
  }

  /// The posts of all words in a window, without what would give away a word that is not shown.
  long sum(int place, int window) {
    List<double[]> cells =
        bySubject.get(place).values().stream()
            .map(posts -> new double[] {(double) posts[window]})
            .toList();
    return cells.isEmpty() ? 0 : Math.round(SmallNumbers.together(cells)[0]);
  }

  private long[] counts(int place, String word) {
    return bySubject.get(place).computeIfAbsent(word, _ -> new long[windows.size()]);
  }
}
