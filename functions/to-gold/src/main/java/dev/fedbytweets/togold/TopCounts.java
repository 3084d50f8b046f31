package dev.fedbytweets.togold;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How many posts of a subject have each word of some kind, such as hashtags, and which words most
/// of them have.
final class TopCounts {

  /// How many words of a day and subject are kept.
  static final int KEPT = 50;

  private final Map<String, Map<String, Long>> bySubject = new TreeMap<>();

  /// A row of the result.
  ///
  /// @param rank from 1
  record Ranked(String subject, String word, int rank, long posts) {}

  /// Adds a post.
  ///
  /// @param words those that it has
  void add(String subject, Set<String> words) {
    if (!words.isEmpty()) {
      Map<String, Long> counts = bySubject.computeIfAbsent(subject, _ -> new HashMap<>());
      words.forEach(word -> counts.merge(word, 1L, Long::sum));
    }
  }

  /// The words that most posts have, by subject and rank; of several with as many posts the one
  /// comes first that is first in the alphabet.
  Stream<Ranked> ranked() {
    return bySubject.entrySet().stream().flatMap(entry -> ranked(entry.getKey(), entry.getValue()));
  }

  private static Stream<Ranked> ranked(String subject, Map<String, Long> counts) {
    List<Map.Entry<String, Long>> top =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(KEPT)
            .toList();
    return IntStream.range(0, top.size())
        .mapToObj(i -> new Ranked(subject, top.get(i).getKey(), i + 1, top.get(i).getValue()));
  }
}
