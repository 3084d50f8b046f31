package dev.fedbytweets.aws;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Where the lake is on AWS. Region, credentials and other endpoints are the SDK's own settings
/// (`AWS_REGION`, `AWS_ENDPOINT_URL` and so on).
///
/// @param bucket `LAKE_BUCKET`: the S3 bucket of the whole lake
/// @param environment `LAKE_ENVIRONMENT`: the databases are `<environment>_bronze` and
///     `<environment>_silver`
/// @param addressing `LAKE_S3_PATH_STYLE`: where the bucket is in S3 addresses
/// @param tokenSecretId `X_BEARER_TOKEN_SECRET_ID`: name or ARN of the secret that holds the X
///     bearer token; only collecting needs it
public record AwsSettings(
    String bucket, String environment, Addressing addressing, Optional<String> tokenSecretId) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /// Where the bucket is in the address of an S3 object.
  public enum Addressing {
    /// `https://bucket.s3.region.amazonaws.com/key`: what S3 wants.
    HOST,
    /// `https://host/bucket/key`: what stand-ins of S3 usually need.
    PATH
  }

  /// @throws MisconfiguredException if bucket or environment cannot be names of that kind
  public AwsSettings {
    Objects.requireNonNull(addressing, "addressing");
    Objects.requireNonNull(tokenSecretId, "tokenSecretId");
    if (!BUCKET.matcher(bucket).matches()) {
      throw new MisconfiguredException("LAKE_BUCKET must be the name of a bucket, without s3://");
    }
    if (!ENVIRONMENT.matcher(environment).matches()) {
      throw new MisconfiguredException(
          "LAKE_ENVIRONMENT must be lower case letters, digits and '_', starting with a letter");
    }
  }

  /// The settings of this environment, for functions that need no others.
  ///
  /// @param environment usually [System#getenv()]
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public static AwsSettings of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    return settings.build(read(settings));
  }

  /// Reads these settings as a part of a larger configuration.
  ///
  /// @return to be called within [Settings#build]
  public static Supplier<AwsSettings> read(Settings settings) {
    String bucket = settings.text("LAKE_BUCKET");
    String environment = settings.text("LAKE_ENVIRONMENT");
    Addressing addressing =
        settings.flag("LAKE_S3_PATH_STYLE", false) ? Addressing.PATH : Addressing.HOST;
    String tokenSecretId = settings.text("X_BEARER_TOKEN_SECRET_ID", "");
    return () ->
        new AwsSettings(
            bucket,
            environment,
            addressing,
            Optional.of(tokenSecretId).filter(id -> !id.isEmpty()));
  }

  /// The same with another bucket.
  public AwsSettings withBucket(String other) {
    return new AwsSettings(other, environment, addressing, tokenSecretId);
  }
}
