package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.DayTopic;
import dev.fedbytweets.core.model.PostLabel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many posts of a subject a model takes for each topic.
final class TopicCounts {

  private final Map<String, Map<String, Long>> bySubject = new TreeMap<>();
  private final LocalDate day;
  private final String modelHash;

  /// @param modelHash of the model whose labels count
  TopicCounts(LocalDate day, String modelHash) {
    this.day = day;
    this.modelHash = modelHash;
  }

  /// Labels of other models, or of an earlier version of this one, do not count.
  void add(PostLabel label) {
    if (label.modelHash().equals(modelHash)) {
      bySubject
          .computeIfAbsent(label.subject(), _ -> new TreeMap<>())
          .merge(label.label(), 1L, Long::sum);
    }
  }

  List<DayTopic> rows() {
    return bySubject.entrySet().stream()
        .flatMap(
            subject -> {
              long all = subject.getValue().values().stream().mapToLong(Long::longValue).sum();
              return subject.getValue().entrySet().stream()
                  .map(
                      topic ->
                          new DayTopic(
                              day,
                              subject.getKey(),
                              topic.getKey(),
                              modelHash,
                              topic.getValue(),
                              (double) topic.getValue() / all));
            })
        .toList();
  }
}
