package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.DayPlace;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many posts of a subject were written at each place.
final class PlaceCounts {

  private final Map<String, Map<String, Long>> bySubject = new TreeMap<>();
  private final LocalDate day;

  PlaceCounts(LocalDate day) {
    this.day = day;
  }

  void add(SilverTweet post) {
    if (post.placeId() != null) {
      bySubject
          .computeIfAbsent(post.subject(), _ -> new TreeMap<>())
          .merge(post.placeId(), 1L, Long::sum);
    }
  }

  /// @param places those that are known, by their identifiers
  List<DayPlace> rows(Map<String, SilverPlace> places) {
    return bySubject.entrySet().stream()
        .flatMap(
            subject ->
                subject.getValue().entrySet().stream()
                    .map(place -> row(subject.getKey(), place.getKey(), place.getValue(), places)))
        .toList();
  }

  private DayPlace row(String subject, String id, long posts, Map<String, SilverPlace> places) {
    SilverPlace place = places.get(id);
    return new DayPlace(
        day,
        subject,
        id,
        place == null ? null : place.fullName(),
        place == null ? null : place.countryCode(),
        posts);
  }
}
