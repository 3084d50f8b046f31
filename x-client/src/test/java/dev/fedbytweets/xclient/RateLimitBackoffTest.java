package dev.fedbytweets.xclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.storage.RateLimit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitBackoffTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void waitsUntilTheWindowEndsAndALittleLonger() {
    RateLimit limit = new RateLimit(450, 0, NOW.plusSeconds(600));

    assertThat(RateLimitBackoff.afterRefusal(limit, 0, NOW)).isEqualTo(NOW.plusSeconds(605));
    assertThat(RateLimitBackoff.afterLastRequest(limit, 3, NOW)).isEqualTo(NOW.plusSeconds(605));
  }

  @Test
  void aRefusalWithRequestsLeftIsAShortPause() {
    RateLimit limit = new RateLimit(450, 12, NOW.plusSeconds(600));

    assertThat(RateLimitBackoff.afterRefusal(limit, 0, NOW)).isEqualTo(NOW.plusSeconds(2));
    assertThat(RateLimitBackoff.afterRefusal(limit, 2, NOW)).isEqualTo(NOW.plusSeconds(8));
  }

  @Test
  void aRefusalThatSaysOnlyWhenTheWindowEndsWaitsForThat() {
    RateLimit limit = new RateLimit(null, null, NOW.plusSeconds(60));

    assertThat(RateLimitBackoff.afterRefusal(limit, 0, NOW)).isEqualTo(NOW.plusSeconds(65));
  }

  @ParameterizedTest
  @CsvSource({"0,60", "1,120", "2,240", "3,480", "4,900", "5,900", "1000,900"})
  void withoutATimeThePauseDoublesToAQuarterOfAnHour(int before, int seconds) {
    Instant resumeAt = RateLimitBackoff.afterRefusal(RateLimit.UNKNOWN, before, NOW);

    assertThat(resumeAt).isEqualTo(NOW.plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"PT-1H", "PT0S", "PT-0.001S", "P30D"})
  void aTimeThatIsPastOrFarAwayIsNone(Duration reset) {
    RateLimit limit = new RateLimit(450, 0, NOW.plus(reset));

    assertThat(RateLimitBackoff.afterRefusal(limit, 1, NOW)).isEqualTo(NOW.plusSeconds(120));
    assertThat(RateLimitBackoff.afterLastRequest(limit, 0, NOW)).isEqualTo(NOW.plusSeconds(60));
  }
}
