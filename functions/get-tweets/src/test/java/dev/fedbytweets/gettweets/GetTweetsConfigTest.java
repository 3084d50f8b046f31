package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.gettweets.x.ReferencedPosts;
import dev.fedbytweets.gettweets.x.Vocabulary;
import dev.fedbytweets.gettweets.x.XSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GetTweetsConfigTest {

  @Test
  void hasDefaults() {
    assertThat(GetTweetsConfig.of(Map.of()))
        .isEqualTo(
            new GetTweetsConfig(
                new XSettings(
                    URI.create("https://api.x.com"),
                    Duration.ofSeconds(30),
                    Vocabulary.POST,
                    ReferencedPosts.LEFT_OUT),
                400,
                new XPrices(MemoryLake.usd("0.005"), MemoryLake.usd("0.005")),
                Duration.ofHours(5),
                Duration.ofMinutes(1)));
  }

  @Test
  void takesWhatIsSet() {
    Map<String, String> environment =
        Map.of(
            "X_API_URL", "http://127.0.0.1:8080",
            "X_CALL_TIMEOUT", "PT12S",
            "X_VOCABULARY", "tweet",
            "X_EXPAND_REFERENCED_POSTS", "true",
            "X_PAGES_PER_INVOCATION", "7",
            "X_POST_PRICE_USD", "0.01",
            "X_MEDIA_PRICE_USD", "0.02",
            "X_COLLECTING_TIME", "PT90M",
            "X_WINDOW_OVERLAP", "PT0S");

    assertThat(GetTweetsConfig.of(environment))
        .isEqualTo(
            new GetTweetsConfig(
                new XSettings(
                    URI.create("http://127.0.0.1:8080"),
                    Duration.ofSeconds(12),
                    Vocabulary.TWEET,
                    ReferencedPosts.EXPANDED),
                7,
                new XPrices(MemoryLake.usd("0.01"), MemoryLake.usd("0.02")),
                Duration.ofMinutes(90),
                Duration.ZERO));
  }

  @Test
  void reportsEveryProblemAtOnce() {
    Map<String, String> environment =
        Map.of(
            "X_API_URL", "api.x.com",
            "X_CALL_TIMEOUT", "30",
            "X_VOCABULARY", "toots",
            "X_EXPAND_REFERENCED_POSTS", "maybe",
            "X_PAGES_PER_INVOCATION", "0",
            "X_POST_PRICE_USD", "-1",
            "X_COLLECTING_TIME", "5",
            "X_WINDOW_OVERLAP", "PT61M");

    assertThatThrownBy(() -> GetTweetsConfig.of(environment))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContainingAll(environment.keySet().toArray(new String[0]))
        .hasMessageContaining("X_VOCABULARY must be one of post, tweet");
  }
}
