package dev.fedbytweets.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.AwsSettings.Addressing;
import dev.fedbytweets.awsstandins.FaultMoment;
import dev.fedbytweets.awsstandins.SecretsManagerDouble;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerTokenTest {

  private SecretsManagerDouble secrets;
  private SecretsManagerClient client;
  private SecretsManagerToken token;

  @BeforeEach
  void start() throws IOException {
    secrets = SecretsManagerDouble.start();
    client =
        SecretsManagerClient.builder()
            .endpointOverride(secrets.endpoint())
            .region(Region.SA_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    token = new SecretsManagerToken(client, "x/token");
  }

  @AfterEach
  void stop() {
    client.close();
    secrets.close();
  }

  @Test
  void readsTheTokenOnceAndDropsWhitespaceAroundIt() {
    secrets.withSecret("x/token", " AAAA%2Fabc-123==\n");

    String first = token.get().value();
    String second = token.get().value();

    assertThat(first).isEqualTo("AAAA%2Fabc-123==").isEqualTo(second);
    assertThat(secrets.calls()).hasSize(1);
  }

  @Test
  void aRefreshFindsTheRotatedToken() {
    secrets.withSecret("x/token", "AAAA-old");
    token.get();
    secrets.withSecret("x/token", "AAAA-new");

    String refreshed = token.refresh().value();

    assertThat(refreshed).isEqualTo("AAAA-new");
    assertThat(token.get().value()).isEqualTo("AAAA-new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void refusesAnEmptySecret(String text) {
    secrets.withSecret("x/token", text);

    assertThatThrownBy(token::get)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage("secret 'x/token' holds no text: store the X bearer token in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"changeme", "REPLACE_ME", "change-me", "your_token"})
  void refusesAPlaceholder(String text) {
    secrets.withSecret("x/token", text);

    assertThatThrownBy(token::get)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage("secret 'x/token' still holds a placeholder: store the X bearer token in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer s3cr3t",
        "{\"token\":\"s3cr3t\"}",
        "\"s3cr3t\"",
        "s3cr3t\nx",
        "s3crét",
        "<s3cr3t>"
      })
  void refusesWhatCannotBeSentInAHeaderAndDoesNotShowIt(String text) {
    secrets.withSecret("x/token", text);

    assertThatThrownBy(token::get)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageStartingWith("secret 'x/token' holds characters that no bearer token has")
        .hasMessageNotContaining("s3cr");
  }

  @Test
  void aMissingSecretNeedsAPerson() {
    assertThatThrownBy(token::get)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage("secret 'x/token' is not there, or has no value yet");
  }

  @Test
  void aDeniedSecretNeedsAPerson() {
    secrets.withSecret("x/token", "AAAA").denying("x/token");

    assertThatThrownBy(token::get)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageStartingWith("secret 'x/token': HTTP 400 AccessDeniedException");
  }

  @Test
  void aFaultOfTheServiceIsRetryableAndTheTokenStays() {
    secrets.withSecret("x/token", "AAAA-old");
    token.get();
    secrets.failNext("GetSecretValue", 10, FaultMoment.BEFORE_EFFECT);

    assertThatThrownBy(token::refresh)
        .isInstanceOf(RetryableException.class)
        .hasMessageStartingWith("secret 'x/token': HTTP 500");

    assertThat(token.get().value()).isEqualTo("AAAA-old");
  }

  @Test
  void withoutASecretIdThereIsNoToken() {
    AwsSettings settings = new AwsSettings("lake", "test", Addressing.HOST, Optional.empty());

    assertThatThrownBy(() -> SecretsManagerToken.open(settings))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage("X_BEARER_TOKEN_SECRET_ID is not set");
  }
}
