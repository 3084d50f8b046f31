package dev.fedbytweets.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.storage.AnsweringServer.Answer;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.storage.ObjectVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

class S3ObjectStoreFaultsTest {

  private static final Map<String, String> PROPERTIES =
      Map.of("aws.region", "sa-east-1", "aws.accessKeyId", "id", "aws.secretAccessKey", "secret");
  private static final String WRITE_ID = "x-amz-meta-write-id";

  private AnsweringServer server;
  private S3ObjectStore store;

  @BeforeEach
  void open() throws IOException {
    server = new AnsweringServer();
    PROPERTIES.forEach(System::setProperty);
    System.setProperty("aws.endpointUrlS3", server.endpoint().toString());
    store =
        S3ObjectStore.open(
            AwsSettings.of(
                Map.of(
                    "LAKE_BUCKET", "lake",
                    "LAKE_ENVIRONMENT", "test",
                    "LAKE_S3_PATH_STYLE", "true")));
  }

  @AfterEach
  void close() {
    PROPERTIES.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrlS3");
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalError, dev.fedbytweets.core.failure.RetryableException",
    "403, AccessDenied, dev.fedbytweets.core.failure.MisconfiguredException",
    "404, NoSuchBucket, dev.fedbytweets.core.failure.MisconfiguredException",
    "400, InvalidArgument, dev.fedbytweets.core.failure.RejectedException",
  })
  void failuresAreClassifiedAndNameTheObject(int status, String code, Class<?> failure) {
    server.then(Answer.error(status, code));

    String message = "s3://lake/raw/a: HTTP %d %s (of the test)".formatted(status, code);
    assertThatThrownBy(() -> store.read("raw/a")).isInstanceOf(failure).hasMessage(message);
    assertThatThrownBy(() -> store.writeIfAbsent("raw/a", new byte[1], Map.of()))
        .isInstanceOf(failure)
        .hasMessage(message);
    assertThatThrownBy(() -> store.replace("raw/a", new byte[1], new ObjectVersion("\"1\"")))
        .isInstanceOf(failure)
        .hasMessage(message);
    assertThatThrownBy(() -> store.list("raw/a", "")).isInstanceOf(failure).hasMessage(message);
    assertThatThrownBy(() -> store.folders("raw/a")).isInstanceOf(failure).hasMessage(message);
  }

  @Test
  void aFaultThatPassesIsNotNoticed() {
    server.then(Answer.error(500, "InternalError")).then(Answer.taken("\"2\""));

    Optional<ObjectVersion> written = store.writeIfAbsent("raw/a", new byte[1], Map.of());

    assertThat(written).contains(new ObjectVersion("\"2\""));
    assertThat(server.requests()).containsExactly("PUT /lake/raw/a", "PUT /lake/raw/a");
  }

  @Test
  void aConflictIsTriedAgain() {
    server.then(Answer.error(409, "ConditionalRequestConflict")).then(Answer.taken("\"2\""));

    Optional<ObjectVersion> written = store.writeIfAbsent("raw/a", new byte[1], Map.of());

    assertThat(written).contains(new ObjectVersion("\"2\""));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aConflictThatLastsIsRetryable() {
    server.then(Answer.error(409, "ConditionalRequestConflict"));

    assertThatThrownBy(() -> store.writeIfAbsent("raw/a", new byte[1], Map.of()))
        .isInstanceOf(RetryableException.class)
        .hasMessage("s3://lake/raw/a: HTTP 409 ConditionalRequestConflict (of the test)");

    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void aRefusalOfAnothersObjectIsEmpty() {
    server
        .then(Answer.error(412, "PreconditionFailed"))
        .then(new Answer(200, Map.of(WRITE_ID, "another"), ""));

    Optional<ObjectVersion> written = store.writeIfAbsent("raw/a", new byte[1], Map.of());

    assertThat(written).isEmpty();
    assertThat(server.requests()).containsExactly("PUT /lake/raw/a", "HEAD /lake/raw/a");
  }

  @Test
  void aRefusalOfAnObjectThatIsGoneAgainIsEmpty() {
    server.then(Answer.error(412, "PreconditionFailed")).then(Answer.of(404));

    assertThat(store.replace("raw/a", new byte[1], new ObjectVersion("\"1\""))).isEmpty();
  }

  @Test
  void aWriteThatTookEffectThoughItsAnswerWasLostIsOurs() {
    AtomicReference<String> kept = new AtomicReference<>();
    server
        .then(
            request -> {
              kept.set(request.getRequestHeaders().getFirst(WRITE_ID));
              return Answer.error(503, "ServiceUnavailable");
            })
        .then(Answer.error(412, "PreconditionFailed"))
        .then(_ -> new Answer(200, Map.of(WRITE_ID, kept.get(), "ETag", "\"2\""), ""));

    Optional<ObjectVersion> written = store.writeIfAbsent("raw/a", new byte[1], Map.of());

    assertThat(written).contains(new ObjectVersion("\"2\""));
    assertThat(server.requests())
        .containsExactly("PUT /lake/raw/a", "PUT /lake/raw/a", "HEAD /lake/raw/a");
  }

  @Test
  void aListingThatBreaksOffSaysSoWhereItIsRead() {
    String page =
        """
        <ListBucketResult>
        <IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>
        <Contents><Key>raw/a</Key></Contents></ListBucketResult>\
        """;
    server.then(new Answer(200, Map.of(), page)).then(Answer.error(403, "AccessDenied"));

    try (Stream<String> keys = store.list("raw/", "")) {
      Iterator<String> iterator = keys.iterator();
      assertThat(iterator.next()).isEqualTo("raw/a");
      assertThatThrownBy(iterator::next)
          .isInstanceOf(MisconfiguredException.class)
          .hasMessage("s3://lake/raw/: HTTP 403 AccessDenied (of the test)");
    }
  }

  @Test
  void silenceIsRetryable() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    server.then(
        _ -> {
          await(end);
          return Answer.of(200);
        });
    try (S3Client impatient =
        impatientClient().credentialsProvider(AnonymousCredentialsProvider.create()).build()) {

      assertThatThrownBy(() -> new S3ObjectStore(impatient, "lake").read("raw/a"))
          .isInstanceOf(RetryableException.class)
          .hasMessageStartingWith("s3://lake/raw/a: ")
          .hasMessageContaining("timed out");
    } finally {
      end.countDown();
    }
  }

  @Test
  void aBrokenConnectionIsRetryable() {
    server.then(
        request -> {
          request.close();
          return Answer.of(200);
        });
    try (S3Client impatient =
        impatientClient().credentialsProvider(AnonymousCredentialsProvider.create()).build()) {

      assertThatThrownBy(() -> new S3ObjectStore(impatient, "lake").read("raw/a"))
          .isInstanceOf(RetryableException.class)
          .hasMessageStartingWith("s3://lake/raw/a: ");
    }
  }

  @Test
  void missingCredentialsNeedAPerson() {
    try (S3Client nobody =
        impatientClient()
            .credentialsProvider(
                () -> {
                  throw SdkClientException.create("Unable to load credentials");
                })
            .build()) {

      assertThatThrownBy(() -> new S3ObjectStore(nobody, "lake").read("raw/a"))
          .isInstanceOf(MisconfiguredException.class)
          .hasMessageStartingWith("s3://lake/raw/a: Unable to load credentials");
    }
  }

  private S3ClientBuilder impatientClient() {
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .forcePathStyle(true)
        .region(Region.SA_EAST_1)
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(200)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
