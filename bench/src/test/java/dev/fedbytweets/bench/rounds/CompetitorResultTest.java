package dev.fedbytweets.bench.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CompetitorResultTest {

  private final CompetitorResult ours =
      new CompetitorResult(
          "ours",
          List.of(
              new Measurement(9, 3, 100), new Measurement(2, 1, 300), new Measurement(4, 2, 200)),
          50);
  private final CompetitorResult peer =
      new CompetitorResult(
          "peer", List.of(new Measurement(8, 5, 400), new Measurement(4, 1, 400)), 100);

  @Test
  void theNumbersAreMedians() {
    assertThat(ours.wallSeconds()).isEqualTo(4);
    assertThat(ours.cpuSeconds()).isEqualTo(2);
    assertThat(ours.peakBytes()).isEqualTo(200);
    assertThat(peer.wallSeconds()).isEqualTo(6);
  }

  @Test
  void aRatioAboveOneMeansThatOursIsFaster() {
    assertThat(Ratio.of(ours, peer).byWall()).isEqualTo(1.5);
    assertThat(Ratio.of(ours, peer).byCpu()).isEqualTo(1.5);
    assertThat(Ratio.of(ours, peer).speed())
        .isEqualTo(
            "ours: 1.50 times as fast as peer by CPU time, 1.50 times by the clock;"
                + " 0.50 times its memory, 0.50 times its output");
  }
}
