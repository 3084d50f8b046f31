package dev.fedbytweets.togold.page;

import dev.fedbytweets.core.model.RunCollection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page says about collecting: the last runs, and how far each subject is.
final class PageRuns {

  private static final int MOST_GAPS = 20;

  private final PageData data;
  private final Instant start;
  private final PageSubjects subjects;

  PageRuns(PageData data, PageSpan span, PageSubjects subjects) {
    this.data = data;
    this.start = span.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    this.subjects = subjects;
  }

  /// The last runs, newest first, by subject.
  List<PageRun> last() {
    List<PageRun> runs = new ArrayList<>();
    int most = PageLimits.of(subjects.shown().size()).runs();
    data.runs().stream()
        .sorted(
            Comparator.comparing(RunCollection::firstAt)
                .reversed()
                .thenComparing(RunCollection::runId)
                .thenComparing(RunCollection::subject))
        .forEach(run -> subjects.at(run.subject(), number -> runs.add(run(run, number))));
    return runs.subList(0, Math.min(most, runs.size()));
  }

  /// How far the subjects are.
  List<PageSubject> collected(DayPosts posts) {
    Map<String, CollectedSubject> byName =
        data.subjects().stream()
            .collect(
                Collectors.toMap(CollectedSubject::name, Function.identity(), (one, _) -> one));
    List<PageSubject> collected = new ArrayList<>();
    for (String name : subjects.shown()) {
      collected.add(subject(name, byName.get(name), posts.onLastDay(collected.size() + 1)));
    }
    return collected;
  }

  private PageSubject subject(String name, @Nullable CollectedSubject state, long lastDay) {
    YearMonth month = YearMonth.from(data.now().atZone(ZoneOffset.UTC));
    List<RunCollection> paid =
        data.runs().stream()
            .filter(run -> run.subject().equals(name) && isIn(month, run.firstAt()))
            .toList();
    long cents = cents(paid);
    if (state == null) {
      return new PageSubject("", List.of(), 0, -1, cents, SmallNumbers.of(lastDay));
    }
    return new PageSubject(
        minute(state.until()),
        gaps(state),
        SmallNumbers.of(state.readThisMonth()),
        state.cap() == null ? -1 : state.cap(),
        cents,
        SmallNumbers.of(lastDay));
  }

  private List<List<String>> gaps(CollectedSubject state) {
    return state.gaps().stream()
        .filter(gap -> gap.to().isAfter(start))
        .sorted(Comparator.comparing(MissedSpan::from).reversed())
        .limit(MOST_GAPS)
        .map(gap -> List.of(minute(gap.from()), minute(gap.to()), PageWords.clean(gap.reason())))
        .toList();
  }

  private static PageRun run(RunCollection run, int subject) {
    return new PageRun(
        PageWords.clean(run.runId()),
        subject,
        minute(run.firstAt()),
        SmallNumbers.of(run.posts()),
        SmallNumbers.of(run.media()),
        cents(List.of(run)),
        run.quarantined());
  }

  /// What X is expected to charge, rounded once; not shown if it would give away posts or media
  /// that are too few to be shown.
  private static long cents(List<RunCollection> runs) {
    if (SmallNumbers.isHidden(runs.stream().mapToLong(RunCollection::posts).sum())) {
      return SmallNumbers.HIDDEN;
    }
    if (SmallNumbers.isHidden(runs.stream().mapToLong(RunCollection::media).sum())) {
      return SmallNumbers.WITHHELD;
    }
    return runs.stream()
        .map(run -> BigDecimal.valueOf(run.chargeUsd()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .movePointRight(2)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static boolean isIn(YearMonth month, Instant time) {
    return YearMonth.from(time.atZone(ZoneOffset.UTC)).equals(month);
  }

  private static String minute(@Nullable Instant time) {
    return time == null ? "" : time.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
