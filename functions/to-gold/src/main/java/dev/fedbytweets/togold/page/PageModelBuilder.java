package dev.fedbytweets.togold.page;

import dev.fedbytweets.core.model.DayPlace;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.DayTopic;
import dev.fedbytweets.core.model.LabelModel;
import dev.fedbytweets.togold.page.WordCounts.Window;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Makes the model of a page.
final class PageModelBuilder {

  /// How much of a hash is enough to tell models apart.
  private static final int HASH = 12;

  private static final double PER_MILLE = 1000;

  private final PageData data;
  private final PageSpan span;
  private final MoodShares shares;
  private final PageSubjects subjects;
  private final DayPosts posts;
  private final PageLimits limits;

  private PageModelBuilder(PageData data, PageSpan span, MoodShares shares) {
    this.shares = shares;
    this.data = data;
    this.span = span;
    this.subjects = PageSubjects.of(data, span);
    this.limits = PageLimits.of(subjects.shown().size());
    this.posts = new DayPosts(span, subjects.shown().size());
    data.volume().stream()
        .filter(row -> span.contains(row.day()))
        .forEach(
            row ->
                subjects.at(row.subject(), i -> posts.add(i, span.index(row.day()), row.posts())));
  }

  static PageModel model(PageData data, PageSpan span, MoodShares shares) {
    return new PageModelBuilder(data, span, shares).build();
  }

  private PageModel build() {
    PageWords words = new PageWords();
    PageLists lists = new PageLists(span, posts, words, subjects.shown().size());
    PageLines lines = new PageLines(span, subjects, shares);
    PageRuns runs = new PageRuns(data, span, subjects);
    List<List<List<PageWord>>> topics = topics(lists);
    List<List<List<PageMover>>> hashtags = hashtags(lists);
    List<List<List<PageMover>>> domains = domains(lists);
    List<List<List<PageWord>>> places = places(lists);
    return new PageModel(
        span.from().toString(),
        span.days(),
        data.now().truncatedTo(ChronoUnit.MINUTES).toString(),
        subjects.others(),
        !shares.equals(MoodShares.MEAN_OF_DAYS),
        limits.panels(),
        limits.rows(),
        subjects.shown().stream().map(PageWords::clean).toList(),
        span.ranges(),
        posts.shown(),
        posts.totals(),
        scored(),
        lines.sentiment(data.sentiment()),
        lines.engagement(data.engagement()),
        words.inOrder(),
        topics,
        hashtags,
        domains,
        places,
        runs.last(),
        runs.collected(posts),
        models());
  }

  /// The newest of each name.
  private List<List<String>> models() {
    SortedMap<String, LabelModel> newest = new TreeMap<>();
    data.models().stream()
        .sorted(Comparator.comparing(LabelModel::day).thenComparing(LabelModel::hash))
        .forEach(model -> newest.put(model.name(), model));
    return newest.values().stream()
        .map(
            model ->
                List.of(
                    PageWords.clean(model.name()),
                    PageWords.clean(
                        model.hash().substring(0, Math.min(HASH, model.hash().length())))))
        .toList();
  }

  private List<List<Long>> scored() {
    DayPosts scored = new DayPosts(span, subjects.shown().size());
    for (DaySentiment row : data.sentiment()) {
      if (span.contains(row.day())) {
        subjects.at(row.subject(), i -> scored.add(i, span.index(row.day()), row.scored()));
      }
    }
    return span.ranges().stream()
        .map(range -> new Window(span.days() - range.days(), span.days()))
        .map(days -> scoredParts(scored, days))
        .toList();
  }

  private List<Long> scoredParts(DayPosts scored, Window days) {
    return IntStream.rangeClosed(0, subjects.shown().size())
        .mapToObj(
            place -> {
              long all = Math.max(SmallNumbers.SHOWN, posts.in(place, days));
              return Math.round(PER_MILLE * Math.min(all, scored.in(place, days)) / all);
            })
        .toList();
  }

  private List<List<List<PageWord>>> topics(PageLists lists) {
    WordCounts counts = lists.most();
    for (DayTopic row : data.topics()) {
      add(counts, row.subject(), span.index(row.day()), row.topic(), row.posts());
    }
    return lists.most(counts, Map.of());
  }

  private List<List<List<PageMover>>> hashtags(PageLists lists) {
    WordCounts counts = lists.compared();
    data.hashtags()
        .forEach(
            row ->
                add(
                    counts,
                    row.subject(),
                    span.index(row.day()),
                    "#" + row.hashtag(),
                    row.posts()));
    return lists.rising(counts);
  }

  private List<List<List<PageMover>>> domains(PageLists lists) {
    WordCounts counts = lists.compared();
    data.domains()
        .forEach(
            row -> add(counts, row.subject(), span.index(row.day()), row.domain(), row.posts()));
    return lists.rising(counts);
  }

  private List<List<List<PageWord>>> places(PageLists lists) {
    WordCounts counts = lists.most();
    Map<String, String> names = new HashMap<>();
    data.places().stream()
        .sorted(Comparator.comparing(DayPlace::day).thenComparing(DayPlace::subject))
        .forEach(
            row -> {
              names.put(row.placeId(), name(row));
              add(counts, row.subject(), span.index(row.day()), row.placeId(), row.posts());
            });
    return lists.most(counts, names);
  }

  private static String name(DayPlace place) {
    String name = place.fullName() == null ? place.placeId() : place.fullName();
    return place.countryCode() == null ? name : name + " (" + place.countryCode() + ")";
  }

  private void add(WordCounts counts, String subject, int day, String word, long posts) {
    if (day >= 0) {
      subjects.at(subject, i -> counts.add(i, day, word, posts));
    }
  }
}
