package dev.fedbytweets.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareEstimatorTest {

  private static final List<String> CLASSES = List.of("negative", "neutral", "positive");
  private static final double[][] RATES = {
    {0.66, 0.24, 0.10}, {0.17, 0.66, 0.17}, {0.09, 0.23, 0.68}
  };

  private final Random random = new Random(7);

  @Test
  void aFewTextsOfOneClassDoNotSayThatThereAreNoOthers() {
    List<Share> shares = estimator(1_000).estimate(Map.of("en", Map.of("neutral", 5L)));

    assertThat(shares.get(0).high()).isGreaterThan(0.1);
    assertThat(shares.get(1).low()).isLessThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 400})
  void theIntervalHoldsTheTruthAboutNineTimesInTen(int texts) {
    double[] truth = {0.2, 0.5, 0.3};
    int inside = 0;
    int all = 0;
    for (int day = 0; day < 100; day++) {
      ShareEstimator estimator = estimator(300);
      List<Share> shares = estimator.estimate(Map.of("en", simulated(truth, texts)));
      for (int i = 0; i < 3; i++) {
        all++;
        inside += shares.get(i).low() <= truth[i] && truth[i] <= shares.get(i).high() ? 1 : 0;
      }
    }

    assertThat((double) inside / all).isBetween(0.82, 0.97);
  }

  @ParameterizedTest
  @CsvSource({"0.33, 0.33, 0.34", "0.05, 0.75, 0.20", "0.70, 0.20, 0.10", "0.02, 0.03, 0.95"})
  void skewedSharesComeOutWithinThreePointsWhereCountsAreFarOff(double a, double b, double c) {
    double[] truth = {a, b, c};
    Map<String, Long> counts = simulated(truth, 20_000);

    List<Share> shares = estimator(5_000).estimate(Map.of("en", counts));

    double countedWrong = 0;
    for (int i = 0; i < 3; i++) {
      Share share = shares.get(i);
      assertThat(share.label()).isEqualTo(CLASSES.get(i));
      assertThat(share.share()).isCloseTo(truth[i], within(0.03));
      assertThat(truth[i]).isBetween(share.low() - 0.01, share.high() + 0.01);
      countedWrong =
          Math.max(
              countedWrong,
              Math.abs(counts.getOrDefault(CLASSES.get(i), 0L) / 20_000.0 - truth[i]));
    }
    assertThat(countedWrong).isGreaterThan(Math.max(a, Math.max(b, c)) > 0.5 ? 0.1 : 0);
  }

  @Test
  void sharesAreWithinBoundsAndSumToOneWhateverIsCounted() {
    ShareEstimator estimator = estimator(300);
    for (int trial = 0; trial < 50; trial++) {
      Map<String, Long> counts = new HashMap<>();
      for (String label : CLASSES) {
        counts.put(label, random.nextInt(3) == 0 ? 0L : (long) random.nextInt(40));
      }
      List<Share> shares = estimator.estimate(Map.of("en", counts));
      if (counts.values().stream().allMatch(count -> count == 0)) {
        assertThat(shares).isEmpty();
        continue;
      }
      assertThat(shares.stream().mapToDouble(Share::share).sum()).isCloseTo(1, within(1e-9));
      assertThat(shares)
          .allMatch(share -> 0 <= share.low() && share.low() <= share.share())
          .allMatch(share -> share.share() <= share.high() && share.high() <= 1);
    }
  }

  @Test
  void theSameCountsGiveTheSameAnswer() {
    Map<String, Map<String, Long>> counts = Map.of("en", simulated(new double[] {.3, .3, .4}, 50));
    ShareEstimator estimator = estimator(300);

    assertThat(estimator.estimate(counts)).isEqualTo(estimator.estimate(counts));
  }

  @Test
  void languagesCountAsMuchAsTheyHaveTexts() {
    ConfusionMatrix sure = new ConfusionMatrix(CLASSES);
    for (int label = 0; label < 3; label++) {
      sure.add(label, label, 1_000_000);
    }
    ShareEstimator estimator = new ShareEstimator(CLASSES, Map.of("en", sure, "pt", sure));

    List<Share> shares =
        estimator.estimate(
            Map.of("en", Map.of("negative", 30_000L), "pt", Map.of("positive", 10_000L)));

    assertThat(shares.get(0).share()).isCloseTo(0.75, within(0.001));
    assertThat(shares.get(1).share()).isCloseTo(0, within(0.001));
    assertThat(shares.get(2).share()).isCloseTo(0.25, within(0.001));
  }

  @Test
  void whatTheModelDoesNotKnowIsRefused() {
    ShareEstimator estimator = estimator(10);

    assertThatThrownBy(() -> estimator.estimate(Map.of("ja", Map.of("neutral", 1L))))
        .hasMessage("The model does not know the language ja");
    assertThatThrownBy(() -> estimator.estimate(Map.of("en", Map.of("sad", 1L))))
        .hasMessage("1 texts of en are labelled sad");
  }

  private ShareEstimator estimator(int examplesOfEachClass) {
    ConfusionMatrix confusion = new ConfusionMatrix(CLASSES);
    for (int actual = 0; actual < 3; actual++) {
      for (int i = 0; i < examplesOfEachClass; i++) {
        confusion.add(actual, drawn(RATES[actual]), 1);
      }
    }
    return new ShareEstimator(CLASSES, Map.of("en", confusion));
  }

  private Map<String, Long> simulated(double[] truth, int texts) {
    Map<String, Long> counts = new HashMap<>(Map.of("negative", 0L, "neutral", 0L, "positive", 0L));
    for (int i = 0; i < texts; i++) {
      counts.merge(CLASSES.get(drawn(RATES[drawn(truth)])), 1L, Long::sum);
    }
    return counts;
  }

  private int drawn(double[] probabilities) {
    double at = random.nextDouble();
    int label = 0;
    while (label < 2 && at >= probabilities[label]) {
      at -= probabilities[label++];
    }
    return label;
  }
}
