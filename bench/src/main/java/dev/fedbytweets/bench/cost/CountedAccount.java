package dev.fedbytweets.bench.cost;

import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.standins.GlueDouble;
import dev.fedbytweets.standins.S3Double;
import dev.fedbytweets.standins.SecretsManagerDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// An account of AWS on this machine in which every request is counted.
final class CountedAccount implements AutoCloseable {

  private static final String BUCKET = "lake";
  private static final String SECRET = "x-bearer-token";

  private final Path objects;
  private final S3Double s3;
  private final GlueDouble glue;
  private final SecretsManagerDouble secrets;
  private final CountingProxy s3Proxy;
  private final CountingProxy glueProxy;
  private final CountingProxy secretsProxy;

  private CountedAccount(Path objects, String token) throws Exception {
    this.objects = objects;
    s3 = S3Double.start(objects).withBucket(BUCKET);
    glue = GlueDouble.start();
    secrets = SecretsManagerDouble.start().withSecret(SECRET, token);
    s3Proxy = CountingProxy.before(s3.endpoint(), Requests::s3);
    glueProxy = CountingProxy.before(glue.endpoint(), Requests::glue);
    secretsProxy = CountingProxy.before(secrets.endpoint(), Requests::secrets);
  }

  /// Starts an empty one.
  ///
  /// @param objects an empty folder
  /// @param token what the secret holds
  static CountedAccount start(Path objects, String token) throws Exception {
    return new CountedAccount(objects, token);
  }

  /// What leads a function to it.
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(s3.environment());
    environment.put("AWS_ENDPOINT_URL_S3", s3Proxy.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_GLUE", glueProxy.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsProxy.endpoint().toString());
    environment.put("LAKE_BUCKET", BUCKET);
    environment.put("LAKE_ENVIRONMENT", "bench");
    environment.put("X_BEARER_TOKEN_SECRET_ID", SECRET);
    return environment;
  }

  /// Everything that was asked so far.
  Requests requests() {
    return s3Proxy.requests().plus(glueProxy.requests()).plus(secretsProxy.requests());
  }

  /// The size of all objects, in bytes.
  long storedBytes() throws IOException {
    return Folders.bytes(Folders.files(objects));
  }

  @Override
  public void close() throws Exception {
    s3Proxy.close();
    glueProxy.close();
    secretsProxy.close();
    secrets.close();
    glue.close();
    s3.close();
  }
}
