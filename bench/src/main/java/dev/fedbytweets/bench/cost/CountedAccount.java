package dev.fedbytweets.bench.cost;

import dev.fedbytweets.awsstandins.GlueDouble;
import dev.fedbytweets.awsstandins.S3Double;
import dev.fedbytweets.awsstandins.SecretsManagerDouble;
import dev.fedbytweets.awsstandins.WireTap;
import dev.fedbytweets.bench.rounds.Folders;
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
  private final WireTap s3Tap;
  private final WireTap glueTap;
  private final WireTap secretsTap;
  private Requests requests = Requests.NONE;

  private CountedAccount(Path objects, String token) throws Exception {
    this.objects = objects;
    s3 = S3Double.start(objects).withBucket(BUCKET);
    glue = GlueDouble.start();
    secrets = SecretsManagerDouble.start().withSecret(SECRET, token);
    s3Tap = WireTap.before(s3.endpoint(), call -> count(Requests.s3(call.method(), call.uri())));
    glueTap = WireTap.before(glue.endpoint(), _ -> count(Requests.GLUE));
    secretsTap = WireTap.before(secrets.endpoint(), _ -> count(Requests.SECRETS));
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
    environment.put("AWS_ENDPOINT_URL_S3", s3Tap.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_GLUE", glueTap.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsTap.endpoint().toString());
    environment.put("LAKE_BUCKET", BUCKET);
    environment.put("LAKE_ENVIRONMENT", "bench");
    environment.put("X_BEARER_TOKEN_SECRET_ID", SECRET);
    return environment;
  }

  /// Everything that was asked so far.
  synchronized Requests requests() {
    return requests;
  }

  private synchronized void count(Requests more) {
    requests = requests.plus(more);
  }

  /// The size of all objects, in bytes.
  long storedBytes() throws IOException {
    return Folders.bytes(Folders.files(objects));
  }

  @Override
  public void close() throws Exception {
    s3Tap.close();
    glueTap.close();
    secretsTap.close();
    secrets.close();
    glue.close();
    s3.close();
  }
}
