package dev.fedbytweets.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaintainConfigTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "LAKE_BUCKET", "lake",
              "LAKE_ENVIRONMENT", "staging"));

  @Test
  void theLakeIsEnough() {
    MaintainConfig config = MaintainConfig.of(environment);

    assertThat(config.aws().bucket()).isEqualTo("lake");
    assertThat(config.maintenance()).isEqualTo(MaintenanceSettings.USUAL);
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void theAgeOfSnapshotsAndTheMarginCanBeSet() {
    environment.put("LAKE_SNAPSHOT_AGE", "P30D");
    environment.put("LAKE_TIME_MARGIN", "PT2M");

    MaintainConfig config = MaintainConfig.of(environment);

    assertThat(config.maintenance())
        .isEqualTo(MaintenanceSettings.USUAL.withSnapshotAge(Duration.ofDays(30)));
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    environment.clear();
    environment.put("LAKE_SNAPSHOT_AGE", "a month");
    environment.put("LAKE_TIME_MARGIN", "-PT1M");

    assertThatThrownBy(() -> MaintainConfig.of(environment))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set")
        .hasMessageContaining("LAKE_SNAPSHOT_AGE")
        .hasMessageContaining("LAKE_TIME_MARGIN");
  }
}
