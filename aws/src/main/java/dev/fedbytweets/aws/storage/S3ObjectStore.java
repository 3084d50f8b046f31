package dev.fedbytweets.aws.storage;

import dev.fedbytweets.aws.AwsFailures;
import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.AwsSettings.Addressing;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.storage.ObjectMetadata;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of a general purpose bucket. Writes are conditional puts, which S3 decides
/// atomically.
///
/// A put whose answer got lost is sent again by the SDK, and refused if the first one took
/// effect. So every write leaves an id of its own with the object ([WriteId]), and after a
/// refusal the id that is there shows whose write it was. If another writer replaced the object
/// in between, the write counts as refused: the object is that writer's now.
public final class S3ObjectStore implements ObjectStore {

  /// Of one try, in which not a single byte comes. The largest objects are pages of a few 100 kB.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private static final int ATTEMPTS = 4;

  private final S3Client client;
  private final String bucket;

  S3ObjectStore(S3Client client, String bucket) {
    this.client = Objects.requireNonNull(client, "client");
    this.bucket = Objects.requireNonNull(bucket, "bucket");
  }

  /// The bucket of these settings, reached with the region and credentials of the environment,
  /// and kept open until the JVM ends.
  ///
  /// @throws MisconfiguredException if there is no region
  public static S3ObjectStore open(AwsSettings settings) {
    return new S3ObjectStore(client(settings), settings.bucket());
  }

  /// A client with the region and credentials of the environment.
  static S3Client client(AwsSettings settings) {
    try {
      return S3Client.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(SILENCE))
          .forcePathStyle(settings.addressing() == Addressing.PATH)
          .overrideConfiguration(
              configuration ->
                  configuration
                      .apiCallTimeout(LONGEST_WRITE)
                      .retryStrategy(
                          retry ->
                              retry
                                  .maxAttempts(ATTEMPTS)
                                  .retryOnException(S3ObjectStore::isConflict)))
          .build();
    } catch (SdkException e) {
      throw AwsFailures.of("s3://" + settings.bucket(), e);
    }
  }

  @Override
  public Optional<StoredObject> read(String key) {
    return calling(
        key,
        () -> {
          try {
            return Optional.of(
                stored(
                    client.getObject(
                        get -> get.bucket(bucket).key(key), ResponseTransformer.toBytes())));
          } catch (NoSuchKeyException _) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Stream<String> list(String prefix, String after) {
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder().bucket(bucket).prefix(prefix);
    if (!after.isEmpty()) {
      request.startAfter(after);
    }
    return pages(request.build()).flatMap(page -> page.contents().stream()).map(S3Object::key);
  }

  @Override
  public List<String> folders(String prefix) {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder().bucket(bucket).prefix(prefix).delimiter("/").build();
    return pages(request)
        .flatMap(page -> page.commonPrefixes().stream())
        .map(CommonPrefix::prefix)
        .map(folder -> folder.substring(prefix.length(), folder.length() - 1))
        .sorted()
        .toList();
  }

  @Override
  public Optional<ObjectVersion> writeIfAbsent(
      String key, byte[] body, Map<String, String> metadata) {
    ObjectMetadata.requireFits(describe(key), metadata);
    return put(key, body, metadata, put -> put.ifNoneMatch("*"));
  }

  @Override
  public Optional<ObjectVersion> replace(
      String key, byte[] body, Map<String, String> metadata, ObjectVersion expected) {
    ObjectMetadata.requireFits(describe(key), metadata);
    return put(key, body, metadata, put -> put.ifMatch(expected.value()));
  }

  @Override
  public void delete(String key) {
    calling(key, () -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
  }

  @Override
  public String describe(String key) {
    return "s3://" + bucket + "/" + key;
  }

  private Stream<ListObjectsV2Response> pages(ListObjectsV2Request first) {
    return Stream.iterate(page(first), Objects::nonNull, page -> pageAfter(page, first));
  }

  private ListObjectsV2Response pageAfter(ListObjectsV2Response page, ListObjectsV2Request first) {
    return Boolean.TRUE.equals(page.isTruncated())
        ? page(first.toBuilder().continuationToken(page.nextContinuationToken()).build())
        : null;
  }

  private ListObjectsV2Response page(ListObjectsV2Request request) {
    return calling(request.prefix(), () -> client.listObjectsV2(request));
  }

  private Optional<ObjectVersion> put(
      String key,
      byte[] body,
      Map<String, String> metadata,
      Consumer<PutObjectRequest.Builder> condition) {
    WriteId id = WriteId.random();
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(contentType(key))
            .metadata(id.addedTo(metadata))
            .applyMutation(condition)
            .build();
    return calling(key, () -> written(request, body).or(() -> writtenBefore(key, id)));
  }

  /// A page that people look at is shown by a browser; anything else it would store.
  private static String contentType(String key) {
    return key.endsWith(".html") ? "text/html;charset=utf-8" : "application/octet-stream";
  }

  /// The version that S3 made of the object; empty if the condition did not hold.
  private Optional<ObjectVersion> written(PutObjectRequest request, byte[] body) {
    try {
      return Optional.of(
          new ObjectVersion(client.putObject(request, RequestBody.fromBytes(body)).eTag()));
    } catch (S3Exception e) {
      if (e.statusCode() == 412 || isGone(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// The version that is there, if it is the one that this write made.
  private Optional<ObjectVersion> writtenBefore(String key, WriteId id) {
    try {
      HeadObjectResponse object = client.headObject(head -> head.bucket(bucket).key(key));
      return id.isIn(object.metadata())
          ? Optional.of(new ObjectVersion(object.eTag()))
          : Optional.empty();
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  private <T> T calling(String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw AwsFailures.of(describe(key), e);
    }
  }

  private static StoredObject stored(ResponseBytes<GetObjectResponse> object) {
    return new StoredObject(
        object.asByteArrayUnsafe(),
        WriteId.removedFrom(object.response().metadata()),
        new ObjectVersion(object.response().eTag()));
  }

  private static boolean isGone(S3Exception failure) {
    return failure.awsErrorDetails() != null
        && "NoSuchKey".equals(failure.awsErrorDetails().errorCode());
  }

  /// Two conditional puts met: S3 asks for the later one again.
  private static boolean isConflict(Throwable failure) {
    return failure instanceof S3Exception answer && answer.statusCode() == 409;
  }
}
