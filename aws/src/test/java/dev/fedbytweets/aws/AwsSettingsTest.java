package dev.fedbytweets.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.aws.AwsSettings.Addressing;
import dev.fedbytweets.core.failure.MisconfiguredException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsSettingsTest {

  @Test
  void readsWhatIsSet() {
    AwsSettings settings =
        AwsSettings.of(
            Map.of(
                "LAKE_BUCKET", "my-lake",
                "LAKE_ENVIRONMENT", "staging",
                "LAKE_S3_PATH_STYLE", "true",
                "X_BEARER_TOKEN_SECRET_ID", "x/token"));

    assertThat(settings)
        .isEqualTo(new AwsSettings("my-lake", "staging", Addressing.PATH, Optional.of("x/token")));
  }

  @Test
  void needsBucketAndEnvironmentOnly() {
    AwsSettings settings =
        AwsSettings.of(Map.of("LAKE_BUCKET", "my-lake", "LAKE_ENVIRONMENT", "production"));

    assertThat(settings)
        .isEqualTo(new AwsSettings("my-lake", "production", Addressing.HOST, Optional.empty()));
  }

  @Test
  void namesEveryProblem() {
    assertThatThrownBy(() -> AwsSettings.of(Map.of("LAKE_S3_PATH_STYLE", "maybe")))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage(
            "LAKE_BUCKET is not set: it must be a text; LAKE_ENVIRONMENT is not set: it must be a"
                + " text; LAKE_S3_PATH_STYLE must be true or false");
  }

  @ParameterizedTest
  @CsvSource({
    "s3://my-lake, staging, LAKE_BUCKET",
    "my-lake/, staging, LAKE_BUCKET",
    "My-Lake, staging, LAKE_BUCKET",
    "my-lake, Staging, LAKE_ENVIRONMENT",
    "my-lake, my-staging, LAKE_ENVIRONMENT",
  })
  void refusesWhatCannotBeAName(String bucket, String environment, String setting) {
    assertThatThrownBy(
            () -> AwsSettings.of(Map.of("LAKE_BUCKET", bucket, "LAKE_ENVIRONMENT", environment)))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageStartingWith(setting + " must be ");
  }
}
