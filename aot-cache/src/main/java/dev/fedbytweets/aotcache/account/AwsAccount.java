package dev.fedbytweets.aotcache.account;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.awsstandins.FaultMoment;
import dev.fedbytweets.awsstandins.GlueDouble;
import dev.fedbytweets.awsstandins.S3Double;
import dev.fedbytweets.awsstandins.SecretsManagerDouble;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.tables.LakeTables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// S3 with empty buckets, Glue and Secrets Manager. As long as it is open, the SDK of this JVM
/// finds them too.
public final class AwsAccount implements AutoCloseable {

  public static final String BUCKET = "lake";
  public static final String RESULTS = "results";
  public static final String PAGE = "page";
  public static final String REGION = "sa-east-1";
  public static final String ENVIRONMENT = "test";
  public static final String SECRET = "fed-by-tweets-" + ENVIRONMENT + "/x-bearer-token";

  private static final String LOCATION_PREFIX = "s3://" + BUCKET + "/";

  private final S3Double s3;
  private final GlueDouble glue;
  private final SecretsManagerDouble secrets;
  private final Map<String, String> properties;

  private AwsAccount(S3Double s3, GlueDouble glue, SecretsManagerDouble secrets) {
    this.s3 = s3;
    this.glue = glue;
    this.secrets = secrets;
    this.properties =
        Map.of(
            "aws.region",
            REGION,
            "aws.accessKeyId",
            "stand-in",
            "aws.secretAccessKey",
            "stand-in-secret",
            "aws.endpointUrlS3",
            s3.endpoint().toString(),
            "aws.endpointUrlGlue",
            glue.endpoint().toString());
  }

  /// Starts one with what Terraform makes: buckets, a secret, and databases without tables. The
  /// bucket keeps no versions.
  ///
  /// @param directory holds the objects
  /// @param token the bearer token in the secret
  public static AwsAccount start(Path directory, String token) throws Exception {
    return start(S3Double.start(directory).withBucket(BUCKET), token);
  }

  /// The same in memory, with versions of the lake's objects. They are in no files.
  public static AwsAccount startVersioned(String token) throws Exception {
    return start(S3Double.startInMemory().withVersionedBucket(BUCKET), token);
  }

  private static AwsAccount start(S3Double s3, String token) throws Exception {
    AwsAccount account =
        new AwsAccount(
            s3.withBucket(RESULTS).withBucket(PAGE),
            databases(),
            SecretsManagerDouble.start().withSecret(SECRET, token));
    account.properties.forEach(System::setProperty);
    return account;
  }

  private static GlueDouble databases() throws IOException {
    GlueDouble glue = GlueDouble.start();
    for (Layer layer : Layer.values()) {
      glue.withDatabase(ENVIRONMENT + "_" + layer.lowerCase());
    }
    return glue;
  }

  /// The variables that Terraform gives a function, and those that lead it here.
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.putAll(secrets.environment());
    environment.putAll(glue.environment());
    environment.putAll(s3.environment());
    environment.put("LAKE_BUCKET", BUCKET);
    environment.put("LAKE_RESULTS_BUCKET", RESULTS);
    environment.put("LAKE_ENVIRONMENT", ENVIRONMENT);
    environment.put("X_BEARER_TOKEN_SECRET_ID", SECRET);
    return environment;
  }

  /// The settings that a function makes of [#environment()].
  public AwsSettings settings() {
    return AwsSettings.of(environment());
  }

  /// The tables in Glue and S3; the caller closes them.
  ///
  /// @param prefix of the databases' names
  public LakeTables tables(String prefix) {
    return LakeTables.open(GlueCatalogSettings.properties(settings()), prefix);
  }

  /// Another value for the secret, as after a rotation.
  public void rotateToken(String token) {
    secrets.withSecret(SECRET, token);
  }

  /// Where the current metadata of each of the environment's tables of bronze and silver lies:
  /// changes with every commit.
  public List<String> tableStates() {
    return Stream.of(Layer.BRONZE, Layer.SILVER)
        .flatMap(layer -> Stream.of(Entity.values()).map(entity -> state(layer, entity)))
        .toList();
  }

  private String state(Layer layer, Entity entity) {
    return glue.metadataLocation(ENVIRONMENT + "_" + layer.lowerCase(), entity.lowerCase());
  }

  /// What was asked of S3, in order.
  public List<String> s3Requests() {
    return s3.requests();
  }

  /// The operations of Glue that were called, in order.
  public List<String> glueCalls() {
    return glue.calls();
  }

  /// Makes the next calls of an operation fail, before they take effect. Each attempt counts.
  public void failNextOfGlue(String operation, int times) {
    glue.failNext(operation, times, FaultMoment.BEFORE_EFFECT);
  }

  public URI s3() {
    return s3.endpoint();
  }

  public URI glue() {
    return glue.endpoint();
  }

  public URI secrets() {
    return secrets.endpoint();
  }

  /// The file in which an object of the bucket lies.
  ///
  /// @param location `s3://bucket/key`, or the key alone
  public Path file(String location) {
    String key =
        location.startsWith(LOCATION_PREFIX)
            ? location.substring(LOCATION_PREFIX.length())
            : location;
    return s3.file(BUCKET, key);
  }

  @Override
  public void close() throws Exception {
    properties.keySet().forEach(System::clearProperty);
    secrets.close();
    glue.close();
    s3.close();
  }
}
