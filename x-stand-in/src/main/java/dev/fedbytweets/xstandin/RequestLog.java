package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the stand-in was asked and what it answered. Safe for use by several threads.
public final class RequestLog {

  private final List<LoggedRequest> requests = new ArrayList<>();
  private int arrived;

  RequestLog() {}

  synchronized int nextNumber() {
    return ++arrived;
  }

  synchronized void add(LoggedRequest request) {
    requests.add(request);
  }

  /// All requests that were answered or refused so far, in the order in which that happened.
  public synchronized List<LoggedRequest> requests() {
    return List.copyOf(requests);
  }

  /// The requests to this path, such as `/2/tweets/search/recent`.
  public List<LoggedRequest> requestsTo(String path) {
    return requests().stream().filter(request -> request.path().equals(path)).toList();
  }

  /// The pages that a client received whole more than once: it could have kept them.
  public Set<String> pagesServedTwice() {
    return twice(
        requests().stream()
            .filter(LoggedRequest::gavePage)
            .map(request -> request.served().page()));
  }

  /// The posts that a client received whole more than once, in whichever pages.
  public Set<String> postsServedTwice() {
    return twice(
        requests().stream()
            .filter(LoggedRequest::gavePage)
            .flatMap(request -> request.served().posts().stream()));
  }

  private static Set<String> twice(Stream<String> names) {
    return names
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(count -> count.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The posts that X would charge: each once for every UTC day on which it was answered, whether
  /// or not the answer arrived.
  public int chargedPosts() {
    return chargedPostsByDay().values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The media that X would charge, by the same rule.
  public int chargedMedia() {
    return byDay(Answer.Content::media).values().stream().mapToInt(Integer::intValue).sum();
  }

  /// [#chargedPosts()] of each UTC day that has any.
  public SortedMap<LocalDate, Integer> chargedPostsByDay() {
    return byDay(Answer.Content::posts);
  }

  private SortedMap<LocalDate, Integer> byDay(Function<Answer.Content, List<String>> served) {
    SortedMap<LocalDate, Set<String>> days = new TreeMap<>();
    for (LoggedRequest request : requests()) {
      List<String> names = served.apply(request.served());
      if (!names.isEmpty()) {
        LocalDate day = request.at().atOffset(ZoneOffset.UTC).toLocalDate();
        days.computeIfAbsent(day, _ -> new HashSet<>()).addAll(names);
      }
    }
    SortedMap<LocalDate, Integer> counts = new TreeMap<>();
    days.forEach((day, names) -> counts.put(day, names.size()));
    return counts;
  }
}
