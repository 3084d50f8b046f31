package dev.fedbytweets.forget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgetConfigTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "LAKE_BUCKET", "lake",
              "LAKE_ENVIRONMENT", "staging"));

  @Test
  void theLakeIsEnough() {
    ForgetConfig config = ForgetConfig.of(environment);

    assertThat(config.aws().bucket()).isEqualTo("lake");
    assertThat(config.results()).isEmpty();
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void theBucketOfResultsAndTheMarginCanBeSet() {
    environment.put("LAKE_RESULTS_BUCKET", "results");
    environment.put("LAKE_TIME_MARGIN", "PT2M");

    ForgetConfig config = ForgetConfig.of(environment);

    assertThat(config.results()).contains("results");
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    environment.clear();
    environment.put("LAKE_TIME_MARGIN", "-PT1M");

    assertThatThrownBy(() -> ForgetConfig.of(environment))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set")
        .hasMessageContaining("LAKE_TIME_MARGIN");
  }
}
