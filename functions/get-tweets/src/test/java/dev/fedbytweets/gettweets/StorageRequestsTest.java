package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.step.GetTweetsOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a run of 112 pages asks of the store. S3 charges ten times as much for a PUT or a LIST as
/// for a GET.
class StorageRequestsTest {

  private static final int PAGES = 112;

  private final MemoryLake lake = new MemoryLake();

  @BeforeEach
  void post() {
    lake.giveAtMost(1);
    lake.posts.postEachMinute(MemoryLake.NOON.minusSeconds(60), PAGES);
  }

  @Test
  void aRunPutsItsPagesAndLittleElse() {
    Requests requests = collect("first");

    int announced = 3;
    int moved = (PAGES - 1) / LeasedCheckpoint.MOST_UNSAVED_PAGES + 1;
    assertThat(requests.puts()).isEqualTo(PAGES + announced + moved).isEqualTo(121);
    assertThat(requests.gets()).isEqualTo(1);
    assertThat(requests.lists()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void pagesThatTakeSecondsMakeNoDifference(int seconds) {
    lake.x =
        request -> {
          lake.clock.advance(Duration.ofSeconds(seconds));
          return lake.direct.search(request);
        };

    assertThat(collect("first").puts()).isEqualTo(121);
  }

  @Test
  void aRunThatFindsNothingNewPutsOnePage() {
    collect("first");
    lake.clock.advance(Duration.ofHours(1));

    assertThat(collect("second")).isEqualTo(new Requests(5, 1, 3));
  }

  private Requests collect(String run) {
    FaultInjector counting = new FaultInjector();
    GetTweetsOutput output =
        lake.getTweets(new FaultyObjectStore(lake.store, counting))
            .collect(lake.input(run), MemoryLake.HOLDER, Instant.MAX);
    assertThat(output.reason().name()).isEqualTo("WINDOW_COMPLETE");
    return Requests.of(counting.operations());
  }

  /// Requests by the kinds that S3 charges for.
  private record Requests(long puts, long gets, long lists) {

    static Requests of(List<String> operations) {
      return new Requests(
          count(operations, "write", "replace"),
          count(operations, "read"),
          count(operations, "list", "folders"));
    }

    private static long count(List<String> operations, String... kinds) {
      return operations.stream()
          .filter(operation -> List.of(kinds).contains(operation.split(" ")[0]))
          .count();
    }
  }
}
