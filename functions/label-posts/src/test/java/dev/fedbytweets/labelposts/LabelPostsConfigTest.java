package dev.fedbytweets.labelposts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelPostsConfigTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "LAKE_BUCKET", "lake",
              "LAKE_ENVIRONMENT", "staging"));

  @Test
  void theLakeIsEnough() {
    LabelPostsConfig config = LabelPostsConfig.of(environment);

    assertThat(config.aws().bucket()).isEqualTo("lake");
    assertThat(config.questionSubjects()).isEmpty();
    assertThat(config.embeddings()).isFalse();
    assertThat(config.postsAtOnce()).isEqualTo(LabelPostsConfig.POSTS_AT_ONCE);
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void everythingCanBeSet() {
    environment.put("LAKE_QUESTION_SUBJECTS", " questions , ask,,questions");
    environment.put("LAKE_ROWS_AT_ONCE", "7");
    environment.put("LAKE_TIME_MARGIN", "PT1M");

    LabelPostsConfig config = LabelPostsConfig.of(environment);

    assertThat(config.questionSubjects()).containsExactlyInAnyOrder("questions", "ask");
    assertThat(config.postsAtOnce()).isEqualTo(7);
    assertThat(config.margin()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void withEmbeddingsFewerPostsAreLabelledAtOnce() {
    environment.put("LAKE_EMBEDDINGS", "true");

    LabelPostsConfig config = LabelPostsConfig.of(environment);

    assertThat(config.embeddings()).isTrue();
    assertThat(config.postsAtOnce()).isEqualTo(20_000);
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    environment.clear();
    environment.put("LAKE_QUESTION_SUBJECTS", "Tea,nosuch,;");
    environment.put("LAKE_ROWS_AT_ONCE", "0");
    environment.put("LAKE_TIME_MARGIN", "-PT1M");

    assertThatThrownBy(() -> LabelPostsConfig.of(environment))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set")
        .hasMessageContaining("LAKE_QUESTION_SUBJECTS must be names of subjects, separated by")
        .hasMessageContaining("LAKE_ROWS_AT_ONCE")
        .hasMessageContaining("LAKE_TIME_MARGIN");
  }
}
