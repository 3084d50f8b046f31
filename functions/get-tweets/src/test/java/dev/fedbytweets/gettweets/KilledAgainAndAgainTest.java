package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Killed;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Runs that are killed anywhere, started again, killed again: what is there in the end is what
/// an undisturbed world has, and X has answered no more than that, but for answers that came
/// right before a kill.
class KilledAgainAndAgainTest {

  private static final Duration BETWEEN = Duration.ofHours(7);

  /// @param deadly operation on the store, counted from the start
  record Kill(int deadly, Moment moment) {}

  /// A stretch of time with posts, and a run at its end.
  ///
  /// @param perRun posts, null for no limit
  record Stretch(
      int posts, int largestPage, Integer perRun, int pagesPerInvocation, List<Kill> kills) {}

  @Provide
  Arbitrary<List<Stretch>> stretches() {
    Arbitrary<Kill> kill =
        Combinators.combine(Arbitraries.integers().between(1, 90), Arbitraries.of(Moment.class))
            .as(Kill::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(1, 10),
            Arbitraries.integers().between(100, 300).injectNull(0.6),
            Arbitraries.integers().between(3, 100),
            kill.list().ofMaxSize(4))
        .as(Stretch::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 150)
  void theSameRunsEndAsIfNothingHadHappened(@ForAll("stretches") List<Stretch> stretches) {
    MemoryLake undisturbed = new MemoryLake();
    MemoryLake lake = new MemoryLake();
    int answersLost = 0;
    for (int number = 0; number < stretches.size(); number++) {
      Stretch stretch = stretches.get(number);
      String run = "run-" + number;
      live(undisturbed, stretch);
      live(lake, stretch);

      GetTweetsOutput expected = undisturbed.collectToEnd(run);
      for (Kill kill : stretch.kills()) {
        answersLost += killed(lake, run, kill);
      }
      GetTweetsOutput output = lake.collectToEnd(run);

      assertThat(output).isEqualTo(expected);
      assertThat(lake.checkpoint()).isEqualTo(undisturbed.checkpoint());
    }
    assertSamePages(lake, undisturbed);
    assertThat(journal(lake)).isEqualTo(journal(undisturbed));
    assertThat(lake.answered()).hasSize(lake.pages().size() + answersLost);
  }

  @Property(tries = 150)
  void otherRunsInTheirPlaceStoreTheSamePosts(@ForAll("stretches") List<Stretch> stretches) {
    MemoryLake undisturbed = new MemoryLake();
    MemoryLake lake = new MemoryLake();
    int answersLost = 0;
    for (int number = 0; number < stretches.size(); number++) {
      Stretch stretch = stretches.get(number);
      live(undisturbed, stretch);
      undisturbed.limit(null, null);
      undisturbed.collectToEnd("run-" + number);
      live(lake, stretch);
      int tries = 0;
      for (Kill kill : stretch.kills()) {
        answersLost += killed(lake, "run-" + number + "-" + tries++, kill);
      }
      lake.limit(null, null);
      lake.collectToEnd("run-" + number);
    }

    assertThat(lake.storedPosts())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(undisturbed.storedPosts());
    Checkpoint checkpoint = lake.checkpoint();
    assertThat(checkpoint.coverage().newestId())
        .isEqualTo(undisturbed.checkpoint().coverage().newestId());
    assertThat(checkpoint.coverage().until())
        .isEqualTo(undisturbed.checkpoint().coverage().until());
    assertThat(checkpoint.posts()).isEqualTo(undisturbed.checkpoint().posts());
    assertThat(checkpoint.coverage().gaps()).isEqualTo(undisturbed.checkpoint().coverage().gaps());
    assertThat(checkpoint.window()).isNull();
    assertThat(lake.answered()).hasSize(lake.pages().size() + answersLost);
  }

  /// @return answers of X that were lost, 0 or 1
  private static int killed(MemoryLake lake, String run, Kill kill) {
    int kept = lake.answered().size() - lake.pages().size();
    FaultInjector faults = FaultInjector.breaking(kill.deadly() - 1, kill.moment());
    try {
      lake.collectToEnd(run, new FaultyObjectStore(lake.store, faults));
    } catch (Killed e) {
      assertThat(faults.operations()).hasSize(kill.deadly());
    }
    int lost = lake.answered().size() - lake.pages().size() - kept;
    assertThat(lost).isBetween(0, kill.moment() == Moment.BEFORE ? 1 : 0);
    return lost;
  }

  private static void live(MemoryLake lake, Stretch stretch) {
    lake.clock.advance(BETWEEN);
    Instant last = lake.clock.instant().minusSeconds(60);
    lake.posts.postEachMinute(last, stretch.posts());
    lake.giveAtMost(stretch.largestPage());
    lake.limit(stretch.perRun(), null);
    lake.config = lake.config.withPagesPerInvocation(stretch.pagesPerInvocation());
  }

  private static void assertSamePages(MemoryLake lake, MemoryLake undisturbed) {
    assertThat(lake.pages()).isEqualTo(undisturbed.pages());
    for (PageKey page : lake.pages()) {
      assertThat(lake.body(page)).isEqualTo(undisturbed.body(page));
      assertThat(lake.metadata(page)).isEqualTo(undisturbed.metadata(page));
    }
  }

  private static List<JournalEntry> journal(MemoryLake lake) {
    return lake.journal().from(MemoryLake.COFFEE, 1).stream()
        .map(number -> lake.journal().read(MemoryLake.COFFEE, number))
        .toList();
  }
}
