package dev.fedbytweets.aws.secrets;

import dev.fedbytweets.aws.AwsFailures;
import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.config.BearerToken;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RetryableException;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// The bearer token for X, kept in AWS Secrets Manager as the secret's plain text. Read when it
/// is first needed, and then kept as long as the JVM lives. Safe for use by several threads.
public final class SecretsManagerToken implements Supplier<BearerToken> {

  private final SecretsManagerClient client;
  private final String secretId;
  private BearerToken token;

  SecretsManagerToken(SecretsManagerClient client, String secretId) {
    this.client = Objects.requireNonNull(client, "client");
    this.secretId = Objects.requireNonNull(secretId, "secretId");
  }

  /// The token of these settings; nothing is read yet.
  ///
  /// @throws MisconfiguredException if `X_BEARER_TOKEN_SECRET_ID` or the region is not set
  public static SecretsManagerToken open(AwsSettings settings) {
    String secretId =
        settings
            .tokenSecretId()
            .orElseThrow(() -> new MisconfiguredException("X_BEARER_TOKEN_SECRET_ID is not set"));
    try {
      SecretsManagerClient client =
          SecretsManagerClient.builder()
              .httpClientBuilder(UrlConnectionHttpClient.builder())
              .build();
      return new SecretsManagerToken(client, secretId);
    } catch (SdkException e) {
      throw AwsFailures.of(describe(secretId), e);
    }
  }

  /// The token, read at the first call.
  ///
  /// @throws MisconfiguredException if there is no such secret, no permission, or no token in it
  /// @throws RetryableException if Secrets Manager cannot answer now
  @Override
  public synchronized BearerToken get() {
    return token == null ? refresh() : token;
  }

  /// Reads the token again, after X refused the one from [#get()]: it may have been rotated.
  ///
  /// @throws MisconfiguredException if there is no such secret, no permission, or no token in it
  /// @throws RetryableException if Secrets Manager cannot answer now
  public synchronized BearerToken refresh() {
    token = new BearerToken(describe(secretId), text());
    return token;
  }

  private String text() {
    try {
      return client.getSecretValue(get -> get.secretId(secretId)).secretString();
    } catch (ResourceNotFoundException e) {
      throw new MisconfiguredException(
          "%s is not there, or has no value yet".formatted(describe(secretId)), e);
    } catch (SdkException e) {
      throw AwsFailures.of(describe(secretId), e);
    }
  }

  private static String describe(String secretId) {
    return "secret '%s'".formatted(secretId);
  }
}
