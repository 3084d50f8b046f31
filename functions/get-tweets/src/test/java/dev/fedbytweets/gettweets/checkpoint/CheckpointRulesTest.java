package dev.fedbytweets.gettweets.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageContents;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.PageRequest;
import dev.fedbytweets.core.storage.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules by which a checkpoint moves, without a store, X or a clock.
class CheckpointRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Subject COFFEE = new Subject(new SubjectName("coffee"), "coffee");
  private static final RunName RUN = new RunName("first");
  private static final WindowPlanner PLANNER =
      new WindowPlanner(COFFEE, RUN, 100, Duration.ofMinutes(1));

  @Test
  void aSubjectBeginsWithAllThatXHas() {
    Checkpoint planned = PLANNER.plan(start(), NOON);

    assertThat(planned.currentWindow().criteria())
        .isEqualTo(new SearchCriteria(null, null, "coffee", 100));
    assertThat(PLANNER.plan(planned, NOON)).isEqualTo(planned);
  }

  @Test
  void aWindowBeginsWhereTheOneBeforeSaysThatTheyOverlap() {
    long newest = id(Duration.ofHours(1));
    Coverage coverage =
        new Coverage(newest, NOON.minusSeconds(60), newest - 5, List.of(newest), List.of(), null);

    Checkpoint planned = PLANNER.plan(start().with(coverage), NOON);

    assertThat(planned.currentWindow().criteria().sinceId()).isEqualTo(newest - 5);
    assertThat(planned.coverage()).isEqualTo(coverage);
  }

  @Test
  void whatLiesBetweenWhatIsCollectedAndXsHorizonIsAGap() {
    Coverage coverage =
        Coverage.of(id(Duration.ofDays(9)), NOON.minus(Duration.ofDays(8)), List.of());

    Checkpoint planned = PLANNER.plan(start().with(coverage), NOON);

    Gap gap = planned.coverage().gaps().getFirst();
    assertThat(gap.sinceId()).isEqualTo(id(Duration.ofDays(8)) - 1);
    assertThat(gap.untilId()).isEqualTo(planned.currentWindow().criteria().sinceId() + 1);
    assertThat(gap.to()).isEqualTo(NOON.minus(Duration.ofDays(7)).plusSeconds(120));
  }

  /// @param token of the next page, if the page has one
  /// @param posts in the page, of at most 100
  /// @param meta whether the page has X's `meta`
  /// @param next what follows
  @ParameterizedTest
  @CsvSource({
    "a, 100, true, PAGE",
    "a, 0, true, PAGE",
    ", 99, true, NOTHING",
    ", 100, true, REST",
    ", 99, false, REST",
  })
  void whatFollowsAPage(String token, int posts, boolean meta, String next) {
    Checkpoint planned = announced(PLANNER.plan(start(), NOON));

    Checkpoint after =
        planned.applying(page(planned, NOON, token, posts, Duration.ofHours(1), meta));

    switch (next) {
      case "PAGE" -> assertThat(after.currentWindow().progress().nextToken()).isEqualTo("a");
      case "REST" -> {
        assertThat(after.currentWindow().progress().nextToken()).isNull();
        assertThat(after.currentWindow().criteria().untilId())
            .isEqualTo(id(Duration.ofHours(1)) - posts + 1);
      }
      default -> assertThat(after.window()).isNull();
    }
  }

  @Test
  void theRestThatBringsNothingOlderEndsTheWindow() {
    Checkpoint planned = announced(PLANNER.plan(start(), NOON));
    Checkpoint rest = planned.applying(page(planned, NOON, null, 100, Duration.ofHours(1), true));

    Checkpoint after = rest.applying(page(rest, NOON, null, 0, Duration.ZERO, false));

    assertThat(after.window()).isNull();
    assertThat(after.isCompleteFor(RUN)).isTrue();
  }

  @Test
  void aTokenThatWasFollowedDoesNotLeadOn() {
    Checkpoint planned = announced(PLANNER.plan(start(), NOON));
    Checkpoint first = planned.applying(page(planned, NOON, "a", 2, Duration.ofHours(1), true));

    Checkpoint second = first.applying(page(first, NOON, "a", 2, Duration.ofHours(2), true));

    assertThat(second.currentWindow().progress().nextToken()).isNull();
    assertThat(second.currentWindow().criteria().untilId()).isEqualTo(id(Duration.ofHours(2)) - 1);
  }

  @Test
  void aPageThatAnswersAnotherQuestionIsCountedOnly() {
    Checkpoint planned = announced(PLANNER.plan(start(), NOON));
    Checkpoint first = planned.applying(page(planned, NOON, "a", 2, Duration.ofHours(1), true));

    Checkpoint after = first.applying(page(planned, NOON, "b", 3, Duration.ofHours(2), true));

    assertThat(after.window()).isEqualTo(first.window());
    assertThat(after.run().lastPage()).isEqualTo(2);
    assertThat(after.posts().inMonthOf(NOON)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 0", "1, 1, 1", "2, 0, 2"})
  void postsOfTheOverlapAreRepeatedOrLate(int late, int repeated, int counted) {
    long newest = id(Duration.ofHours(1));
    List<Long> read = List.of(newest, newest - 1).subList(late, 2);
    Coverage coverage =
        new Coverage(newest, NOON.minusSeconds(60), newest - 5, read, List.of(), null);
    Checkpoint planned = announced(PLANNER.plan(start().with(coverage), NOON));

    Checkpoint after = planned.applying(page(planned, NOON, null, 2, Duration.ofHours(1), true));

    assertThat(after.run().totals().repeated()).isEqualTo(repeated);
    assertThat(after.run().totals().late()).isEqualTo(counted);
    assertThat(after.coverage())
        .isEqualTo(
            new Coverage(newest, NOON.minusSeconds(30), null, List.of(), List.of(), "coffee"));
  }

  @Test
  void afterAWindowWhoseBeginningWasRaisedAboveItsPostsTheNextDoesNotOverlap() {
    Coverage before =
        Coverage.of(id(Duration.ofDays(1)), NOON.minus(Duration.ofDays(1)), List.of());
    Checkpoint planned = announced(PLANNER.plan(start().with(before), NOON));
    Checkpoint first = planned.applying(page(planned, NOON, "a", 5, Duration.ofHours(1), true));
    Instant later = NOON.plus(Duration.ofDays(10));

    Checkpoint resumed =
        new WindowPlanner(COFFEE, new RunName("second"), 100, Duration.ofMinutes(1))
            .plan(first, later);

    Coverage coverage = resumed.coverage();
    assertThat(coverage.newestId()).isEqualTo(id(Duration.ofHours(1)));
    assertThat(coverage.overlapsFrom()).isNull();
    assertThat(coverage.gaps().getLast().untilId())
        .isEqualTo(resumed.currentWindow().criteria().sinceId() + 1);
  }

  @Test
  void coverageThatOverlapsAboveItsNewestPostIsNone() {
    assertThatThrownBy(() -> new Coverage(5L, NOON, 5L, List.of(), List.of(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("windows overlap below the newest post only");
  }

  @Test
  void coverageNeverMovesBack() {
    long newest = id(Duration.ofHours(1));
    Coverage coverage = new Coverage(newest, NOON, newest - 5, List.of(newest), List.of(), null);
    Checkpoint planned = announced(PLANNER.plan(start().with(coverage), NOON.minusSeconds(60)));

    Checkpoint after =
        planned.applying(page(planned, NOON.minusSeconds(60), null, 1, Duration.ofHours(2), true));

    assertThat(after.coverage().newestId()).isEqualTo(newest);
    assertThat(after.coverage().until()).isEqualTo(NOON);
  }

  /// @param paused days between the first page and the last
  /// @param served whether the last page has posts beyond X's horizon
  /// @param gap whether what is left is put on record
  @ParameterizedTest
  @CsvSource({
    "0, false, false",
    "0.04, false, false",
    "1, false, true",
    "9, false, true",
    "9, true, false"
  })
  void aFirstWindowThatIsReadLateHasAGapUnlessXGivesTheRest(
      double paused, boolean served, boolean gap) {
    Checkpoint planned = announced(PLANNER.plan(start(), NOON));
    Checkpoint first = planned.applying(page(planned, NOON, "a", 100, Duration.ofHours(1), true));
    Instant later = NOON.plusSeconds((long) (paused * 86_400));

    Checkpoint after =
        first.applying(page(first, later, null, served ? 5 : 0, Duration.ofHours(3), true));

    assertThat(after.window()).isNull();
    List<Gap> gaps = after.coverage().gaps();
    assertThat(gaps).hasSize(gap ? 1 : 0);
    assertThat(gaps)
        .allMatch(found -> found.from().isBefore(NOON.minus(Duration.ofDays(7))))
        .allMatch(found -> found.untilId() <= id(Duration.ofHours(1)) - 99);
  }

  @Test
  void coverageReachesToTheLaterOfItsNewestPostAndItsSearch() {
    long newest = id(Duration.ofHours(1));

    assertThat(Coverage.NONE.coveredId()).isNull();
    assertThat(Coverage.of(newest, null, List.of()).coveredId()).isEqualTo(newest);
    assertThat(Coverage.of(newest, NOON, List.of()).coveredId())
        .isEqualTo(Snowflake.smallestAt(NOON) - 1);
    assertThat(Coverage.of(newest, NOON.minus(Duration.ofDays(1)), List.of()).coveredId())
        .isEqualTo(newest);
  }

  @Test
  void gapsThatTouchAreOne() {
    Gap first = Gap.beyondSearch(id(Duration.ofDays(9)), id(Duration.ofDays(8)), NOON, RUN);
    Gap later = Gap.beyondSearch(id(Duration.ofDays(8)) - 1, id(Duration.ofDays(7)), NOON, RUN);
    Gap apart = Gap.beyondSearch(id(Duration.ofDays(6)), id(Duration.ofDays(5)), NOON, RUN);

    Coverage coverage = Coverage.NONE.with(first).with(later).with(apart);

    assertThat(coverage.gaps()).hasSize(2);
    assertThat(coverage.gaps().getFirst().sinceId()).isEqualTo(first.sinceId());
    assertThat(coverage.gaps().getFirst().untilId()).isEqualTo(later.untilId());
    assertThat(coverage.gapsOf(RUN)).isEqualTo(2);
  }

  @Test
  void gapsOfDifferentReasonsStayTwo() {
    Gap first = Gap.unreadable(id(Duration.ofDays(9)), id(Duration.ofDays(8)), NOON, RUN);
    Gap later = Gap.beyondSearch(id(Duration.ofDays(8)) - 1, id(Duration.ofDays(7)), NOON, RUN);

    assertThat(Coverage.NONE.with(first).with(later).gaps()).containsExactly(first, later);
  }

  @Test
  void aWindowBeginsAboveAGapThatIsNewerThanEveryPost() {
    long newest = id(Duration.ofHours(9));
    Gap gap = Gap.unreadable(newest, id(Duration.ofHours(1)), NOON, RUN);

    Checkpoint planned =
        PLANNER.plan(start().with(Coverage.of(newest, null, List.of()).with(gap)), NOON);

    assertThat(planned.currentWindow().criteria().sinceId()).isEqualTo(gap.untilId() - 1);
    assertThat(planned.coverage().gaps()).containsExactly(gap);
  }

  @Test
  void aRefusedQueryIsLeftForTheSubjectsOnlyIfTheTwoDiffer() {
    Checkpoint planned = PLANNER.plan(start(), NOON);
    WindowPlanner mended =
        new WindowPlanner(new Subject(COFFEE.name(), "tea"), RUN, 100, Duration.ofMinutes(1));

    assertThat(PLANNER.changeQuery(planned)).isEmpty();
    assertThat(mended.changeQuery(planned).map(other -> other.currentWindow().criteria().query()))
        .isEqualTo(Optional.of("tea"));
  }

  private static Checkpoint start() {
    return Checkpoint.start(COFFEE.name());
  }

  private static Checkpoint announced(Checkpoint checkpoint) {
    return checkpoint.withRun(CollectingRun.announced(new Run(RUN, NOON), 1, 0, List.of()));
  }

  /// An identifier so much before noon.
  private static long id(Duration before) {
    return Snowflake.smallestAt(NOON.minus(before));
  }

  /// The answer to what a checkpoint asks for next: posts one identifier after the other.
  private static StoredPage page(
      Checkpoint checkpoint,
      Instant askedAt,
      String token,
      int posts,
      Duration newestBefore,
      boolean meta) {
    Window window = checkpoint.currentWindow();
    SearchCriteria asked = window.criteria();
    long newest = id(newestBefore);
    List<Long> ids = LongStream.range(0, posts).mapToObj(back -> newest - back).toList();
    return new StoredPage(
        new PageMetadata(
            askedAt,
            true,
            "0",
            200,
            new PageRequest(
                askedAt,
                asked.query(),
                asked.sinceId(),
                asked.untilId(),
                window.progress().nextToken(),
                asked.pageSize(),
                "post"),
            new PageContents(
                token,
                posts == 0 ? null : ids.getFirst(),
                posts == 0 ? null : ids.getLast(),
                posts,
                0,
                0,
                0),
            RateLimit.UNKNOWN),
        ids,
        meta ? StoredPage.End.SAID : StoredPage.End.UNKNOWN);
  }
}
