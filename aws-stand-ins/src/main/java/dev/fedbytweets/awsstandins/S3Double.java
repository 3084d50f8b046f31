package dev.fedbytweets.awsstandins;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// S3 over a directory or in memory: s3proxy within the JVM. In a directory every key is a plain
/// file, `<directory>/<bucket>/<key>`.
///
/// Unlike S3: no signature is checked, a key cannot be another key's folder, there is no lifecycle,
/// and `If-Match` is not atomic (`If-None-Match` is).
public final class S3Double implements AutoCloseable {

  private static final URI ANY_PORT = URI.create("http://127.0.0.1:0");

  private final S3Proxy server;
  private final CountingBlobStore store;
  private final Path directory;

  private S3Double(S3Proxy server, CountingBlobStore store, Path directory) {
    this.server = server;
    this.store = store;
    this.directory = directory;
  }

  /// Starts an S3 that has no buckets but those in the directory.
  ///
  /// @param directory exists
  public static S3Double start(Path directory) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", directory.toString());
    return start(BlobStores.create("filesystem", properties), directory);
  }

  /// Starts an S3 that has no buckets, keeps its objects in memory, and knows versions.
  public static S3Double startInMemory() throws Exception {
    return start(BlobStores.create("transient", new Properties()), null);
  }

  private static S3Double start(BlobStore blobs, Path directory) throws Exception {
    CountingBlobStore store = new CountingBlobStore(blobs);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(ANY_PORT)
            .awsAuthentication(AuthenticationType.NONE, "", "")
            .ignoreUnknownHeaders(true)
            .build();
    WholeRequests.in(server);
    server.start();
    return new S3Double(server, store, directory);
  }

  /// Adds an empty bucket.
  public S3Double withBucket(String bucket) {
    store.createContainer(bucket);
    return this;
  }

  /// Adds an empty bucket that keeps what is replaced or deleted as versions, and a delete marker
  /// for what is deleted. Only in memory.
  public S3Double withVersionedBucket(String bucket) {
    withBucket(bucket);
    store.putBucketVersioning(bucket, BucketVersioningStatus.ENABLED);
    return this;
  }

  /// Where it listens, `http://127.0.0.1:port`.
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /// The file that holds an object. Not in memory.
  public Path file(String bucket, String key) {
    return directory.resolve(bucket).resolve(key);
  }

  /// What was asked for objects, in order: `GET key`, `HEAD`, `PUT`, `DELETE`, and `LIST prefix`.
  /// A `PUT` with `If-Match` is preceded by a `HEAD` that the server does itself.
  public List<String> requests() {
    return store.requests();
  }

  /// A client of it; the caller closes it.
  public S3Client client() {
    return S3Client.builder()
        .endpointOverride(endpoint())
        .forcePathStyle(true)
        .region(Region.of(Account.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /// The variables that lead a process to it.
  public Map<String, String> environment() {
    Map<String, String> environment = Account.environment("AWS_ENDPOINT_URL_S3", endpoint());
    environment.put("LAKE_S3_PATH_STYLE", "true");
    return environment;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
