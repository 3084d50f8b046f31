package dev.fedbytweets.togold.page;

import dev.fedbytweets.core.model.HourVolume;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// The subjects of a page, those of most posts first.
final class PageSubjects {

  private static final int MOST = 40;

  private final List<String> shown;
  private final int others;
  private final Map<String, Integer> numbers = new HashMap<>();

  private PageSubjects(List<String> all) {
    this.shown = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    this.others = all.size() - shown.size();
    shown.forEach(name -> numbers.put(name, numbers.size()));
  }

  /// The subjects that have posts or a checkpoint.
  static PageSubjects of(PageData data, PageSpan span) {
    Map<String, Long> posts = new HashMap<>();
    data.subjects().forEach(subject -> posts.put(subject.name(), 0L));
    data.runs().forEach(run -> posts.putIfAbsent(run.subject(), 0L));
    for (HourVolume row : data.volume()) {
      posts.merge(row.subject(), span.contains(row.day()) ? row.posts() : 0, Long::sum);
    }
    return new PageSubjects(
        posts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList());
  }

  /// Their names; the place of a name is its number.
  List<String> shown() {
    return shown;
  }

  /// How many are left out.
  int others() {
    return others;
  }

  /// Does something with a subject's number, unless it is left out.
  void at(String name, IntConsumer use) {
    Integer number = numbers.get(name);
    if (number != null) {
      use.accept(number);
    }
  }
}
