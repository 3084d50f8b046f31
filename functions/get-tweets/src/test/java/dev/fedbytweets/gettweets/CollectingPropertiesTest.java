package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Killed;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.checkpoint.PostCounts;
import dev.fedbytweets.xclient.XResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Whatever happens to a lake over weeks, each post is stored, once unless windows overlap, or lies
/// in a gap on record.
class CollectingPropertiesTest {

  private static final Duration PER_CALL = Duration.ofSeconds(1);

  /// Posts that may be read, null for no limit.
  record Limits(Integer perRun, Integer perDay, Integer perMonth) {}

  /// A stretch of time with posts, and a run at its end.
  ///
  /// @param hoursAgo from when on posts are searched anew; null for where the last window ended
  /// @param deadly operation on the store at which the run is killed, 0 for none
  /// @param readable answers of X that come whole before some are cut short
  /// @param cut answers that are cut short then, in a row
  record Stretch(
      Duration length,
      int posts,
      Limits limits,
      Integer hoursAgo,
      int pagesPerInvocation,
      int deadly,
      Moment moment,
      int readable,
      int cut) {}

  @Provide
  Arbitrary<List<Stretch>> weeks() {
    Arbitrary<Duration> lengths =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(60, 90_000).map(Duration::ofSeconds)),
            Tuple.of(1, Arbitraries.integers().between(5, 12).map(Duration::ofDays)));
    Arbitrary<Limits> limits =
        Combinators.combine(
                Arbitraries.integers().between(10, 250).injectNull(0.5),
                Arbitraries.integers().between(10, 300).injectNull(0.7),
                Arbitraries.integers().between(10, 900).injectNull(0.7))
            .as(Limits::new);
    return Combinators.combine(
            lengths,
            Arbitraries.integers().between(0, 260),
            limits,
            Arbitraries.integers().between(0, 168).injectNull(0.8),
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(-20, 30).map(operation -> Math.max(0, operation)),
            Arbitraries.of(Moment.class),
            Combinators.combine(
                    Arbitraries.integers().between(0, 3), Arbitraries.integers().between(-5, 4))
                .as((readable, cut) -> List.of(readable, Math.max(0, cut))))
        .as(
            (length, posts, most, hoursAgo, pages, deadly, moment, cut) ->
                new Stretch(
                    length,
                    posts,
                    most,
                    hoursAgo,
                    pages,
                    deadly,
                    moment,
                    cut.getFirst(),
                    cut.getLast()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> overlaps() {
    return Arbitraries.of("PT0S", "PT1M", "PT1H");
  }

  @Property(tries = 150)
  void eachPostIsStoredOnceOrLiesInAGap(
      @ForAll("weeks") List<Stretch> weeks, @ForAll("overlaps") String overlap) {
    MemoryLake lake = new MemoryLake();
    lake.set("X_WINDOW_OVERLAP", overlap);
    lake.clock.tick(Duration.ofMillis(1));
    Instant begin = MemoryLake.NOON;
    AtomicInteger cut = new AtomicInteger();
    AtomicInteger answers = new AtomicInteger(Integer.MIN_VALUE);
    lake.x =
        request -> {
          lake.clock.advance(PER_CALL);
          XResponse answer = lake.direct.search(request);
          int number = answers.getAndIncrement();
          return 0 <= number && number < cut.get() ? cutShort(answer) : answer;
        };

    lake.collectToEnd("begin");
    for (int number = 0; number < weeks.size(); number++) {
      live(lake, weeks.get(number));
      cut.set(weeks.get(number).cut());
      answers.set(-weeks.get(number).readable());
      collect(lake, weeks.get(number), "run-" + number);
    }
    cut.set(0);
    lake.limit(null, null);
    lake.searchFrom(null);
    lake.collectToEnd("last");

    Checkpoint checkpoint = lake.checkpoint();
    List<Long> stored = lake.storedPosts();
    boolean isNeverSearchedAnew = weeks.stream().allMatch(each -> each.hoursAgo() == null);
    if (isNeverSearchedAnew && overlap.equals("PT0S")) {
      assertThat(stored).doesNotHaveDuplicates();
    }
    Set<Long> known = new HashSet<>(stored);
    assertThat(lake.posts.ids())
        .filteredOn(id -> Snowflake.timeOf(id).isAfter(begin))
        .filteredOn(id -> Snowflake.timeOf(id).isBefore(checkpoint.coverage().until()))
        .allMatch(id -> known.contains(id) || isOnRecord(id, checkpoint.coverage().gaps()));
    if (isNeverSearchedAnew) {
      assertThat(stored).noneMatch(id -> isOnRecord(id, checkpoint.coverage().gaps()));
    }
    assertThat(checkpoint.window()).isNull();
    assertThat(checkpoint.lease()).isNull();
    long charged = stored.size() + unreadablePosts(lake);
    assertThat(checkpoint.posts().total()).isEqualTo(charged);
    boolean isAllTold = weeks.stream().allMatch(stretch -> stretch.moment() == Moment.BEFORE);
    assertThat(lake.metrics.count(Metric.POSTS_READ)).isBetween(isAllTold ? charged : 0L, charged);
    assertThat(lake.metrics.count(Metric.GAPS))
        .isGreaterThanOrEqualTo(isAllTold ? checkpoint.coverage().gaps().size() : 0);
  }

  private static XResponse cutShort(XResponse answer) {
    return new XResponse(
        answer.status(),
        Arrays.copyOf(answer.body(), answer.body().length * 2 / 3),
        answer.rateLimit(),
        answer.requestedAt(),
        answer.retrievedAt(),
        answer.date());
  }

  private static long unreadablePosts(MemoryLake lake) {
    return lake.keys("quarantine/").stream()
        .map(key -> PageMetadata.ofMap(key, lake.store.read(key).orElseThrow().metadata()))
        .mapToLong(page -> page.contents().posts())
        .sum();
  }

  /// Time passes, people post.
  private static void live(MemoryLake lake, Stretch stretch) {
    Instant from = lake.clock.instant();
    lake.clock.advance(stretch.length());
    for (int i = 1; i <= stretch.posts(); i++) {
      long millis = stretch.length().toMillis() * i / stretch.posts();
      lake.posts.post(from.plusMillis(millis), i);
    }
  }

  private static void collect(MemoryLake lake, Stretch stretch, String run) {
    Limits limits = stretch.limits();
    lake.limit(limits.perRun(), limits.perDay(), limits.perMonth());
    lake.searchFrom(
        stretch.hoursAgo() == null
            ? null
            : lake.clock.instant().minus(Duration.ofHours(stretch.hoursAgo())));
    lake.config = lake.config.withPagesPerInvocation(stretch.pagesPerInvocation());
    GetTweetsInput input = new GetTweetsInput(lake.run(run), lake.subject);
    Optional<Integer> deadly = Optional.of(stretch.deadly()).filter(operation -> operation > 0);
    ObjectStore store =
        new FaultyObjectStore(
            lake.store,
            FaultInjector.breaking(deadly.orElse(Integer.MAX_VALUE) - 1, stretch.moment()));
    long readBefore = lake.storedPosts().size();
    Instant begin = lake.clock.instant();
    PostCounts before = lake.checkpoint().posts();
    try {
      collectToEnd(lake, input, store);
    } catch (Killed e) {
      assertThat(deadly).isPresent();
    }
    long read = lake.storedPosts().size() - readBefore;
    if (limits.perRun() != null) {
      assertThat(read).isLessThanOrEqualTo(limits.perRun());
    }
    if (limits.perDay() != null && isOnTheSameDay(begin, lake.clock.instant())) {
      assertWithin(limits.perDay(), before.onDayOf(begin), read);
    }
    if (limits.perMonth() != null) {
      assertWithin(limits.perMonth(), before.inMonthOf(begin), read);
    }
  }

  private static boolean isOnTheSameDay(Instant one, Instant other) {
    return one.truncatedTo(ChronoUnit.DAYS).equals(other.truncatedTo(ChronoUnit.DAYS));
  }

  private static void assertWithin(long limit, long readBefore, long read) {
    assertThat(readBefore + read).isLessThanOrEqualTo(Math.max(readBefore, limit));
  }

  private static void collectToEnd(MemoryLake lake, GetTweetsInput input, ObjectStore store) {
    for (int invocation = 0; invocation < 100; invocation++) {
      LeaseHolder holder = new LeaseHolder(input.run().name() + "-" + invocation);
      GetTweetsOutput output;
      try {
        output = lake.getTweets(store).collect(input, holder, Instant.MAX);
      } catch (RetryableException e) {
        continue;
      } catch (RejectedException e) {
        assertThat(e).hasMessageContaining("though it was asked again");
        return;
      }
      if (output.status() == Progress.DONE) {
        return;
      }
      if (output.status() == Progress.WAIT) {
        lake.clock.set(output.resumeAt());
      }
    }
    throw new AssertionError("no end");
  }

  private static boolean isOnRecord(long id, List<Gap> gaps) {
    return gaps.stream().anyMatch(gap -> gap.sinceId() < id && id < gap.untilId());
  }
}
