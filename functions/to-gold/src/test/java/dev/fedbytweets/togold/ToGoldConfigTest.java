package dev.fedbytweets.togold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToGoldConfigTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "LAKE_BUCKET", "lake",
              "LAKE_ENVIRONMENT", "staging"));

  @Test
  void theLakeIsEnough() {
    ToGoldConfig config = ToGoldConfig.of(environment);

    assertThat(config.aws().bucket()).isEqualTo("lake");
    assertThat(config.prices().post()).isEqualByComparingTo("0.005");
    assertThat(config.page()).isEqualTo(new PageSettings("en", Map.of()));
    assertThat(config.pageBucket()).isEmpty();
    assertThat(config.postsAtOnce()).isEqualTo(ToGoldConfig.POSTS_AT_ONCE);
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void everythingCanBeSet() {
    environment.put("X_POST_PRICE_USD", "0.01");
    environment.put("LAKE_PAGE_LANGUAGE", "pt");
    environment.put("LAKE_MONTHLY_POSTS", "coffee=5000, hot-drinks = 20000,broken,tea=many");
    environment.put("LAKE_PAGE_BUCKET", "page");
    environment.put("LAKE_ROWS_AT_ONCE", "7");
    environment.put("LAKE_TIME_MARGIN", "PT1M");

    ToGoldConfig config = ToGoldConfig.of(environment);

    assertThat(config.prices().post()).isEqualByComparingTo("0.01");
    assertThat(config.page())
        .isEqualTo(new PageSettings("pt", Map.of("coffee", 5000L, "hot-drinks", 20_000L)));
    assertThat(config.pageBucket()).contains("page");
    assertThat(config.postsAtOnce()).isEqualTo(7);
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    environment.clear();
    environment.put("X_MEDIA_PRICE_USD", "cheap");
    environment.put("LAKE_PAGE_LANGUAGE", "elvish");
    environment.put("LAKE_ROWS_AT_ONCE", "0");
    environment.put("LAKE_TIME_MARGIN", "-PT1M");

    assertThatThrownBy(() -> ToGoldConfig.of(environment))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set")
        .hasMessageContaining("X_MEDIA_PRICE_USD")
        .hasMessageContaining("LAKE_PAGE_LANGUAGE must be one of en, pt")
        .hasMessageContaining("LAKE_ROWS_AT_ONCE")
        .hasMessageContaining("LAKE_TIME_MARGIN");
  }
}
