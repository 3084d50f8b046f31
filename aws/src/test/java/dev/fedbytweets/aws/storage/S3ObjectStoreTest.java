package dev.fedbytweets.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.awsstandins.S3Double;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectStoreContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3 decides by `If-Match` between concurrent writers is not tested: the stand-in is not
/// atomic there.
class S3ObjectStoreTest extends ObjectStoreContract {

  @TempDir private static Path directory;
  private static S3Double s3;
  private static S3Client client;
  private static int buckets;

  @BeforeAll
  static void start() throws Exception {
    s3 = S3Double.start(directory);
    client = s3.client();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    s3.close();
  }

  @Override
  protected ObjectStore emptyStore() {
    String bucket = "lake-" + ++buckets;
    s3.withBucket(bucket);
    return new S3ObjectStore(client, bucket);
  }

  @Test
  void describesAnObjectByItsAddress() {
    assertThat(new S3ObjectStore(client, "lake").describe("raw/a")).isEqualTo("s3://lake/raw/a");
  }

  @Test
  void replacingEmptiesTheMetadata() {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("state/x", bytes("first"), Map.of("a", "1"));

    store.replace("state/x", bytes("second"), store.read("state/x").orElseThrow().version());

    assertThat(store.read("state/x").orElseThrow().metadata()).isEmpty();
  }

  @Test
  void aBrowserShowsAPageAndStoresAnythingElse() {
    ObjectStore store = emptyStore();
    String bucket = "lake-" + buckets;
    store.writeIfAbsent("page.html", bytes("<p>"), Map.of());
    store.replace("page.html", bytes("<p>ä"), store.read("page.html").orElseThrow().version());
    store.writeIfAbsent("raw/a.json.gz", bytes("{}"), Map.of());

    assertThat(client.headObject(head -> head.bucket(bucket).key("page.html")).contentType())
        .isEqualTo("text/html;charset=utf-8");
    assertThat(client.headObject(head -> head.bucket(bucket).key("raw/a.json.gz")).contentType())
        .isEqualTo("application/octet-stream");
  }

  /// The stand-in has S3's limit, so what the contract's test writes fits with the write's mark.
  @Test
  void theStandInRefusesMoreMetadataThanS3Allows() {
    s3.withBucket("metadata");

    client.putObject(
        put -> put.bucket("metadata").key("most").metadata(Map.of("a", "x".repeat(2047))),
        RequestBody.fromString("x"));
    assertThatThrownBy(
            () ->
                client.putObject(
                    put ->
                        put.bucket("metadata").key("more").metadata(Map.of("a", "x".repeat(2048))),
                    RequestBody.fromString("x")))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("exceed the maximum allowed metadata size");
  }

  @Test
  void writesWhatIsLargerThanOneNetworkBuffer() {
    ObjectStore store = emptyStore();
    byte[] body = new byte[3 << 20];
    body[body.length - 1] = 1;

    store.writeIfAbsent("raw/large", body, Map.of());

    assertThat(store.read("raw/large").orElseThrow().body()).isEqualTo(body);
  }

  @Test
  void keysThatNeedEscapingAreListedAsTheyAre() {
    ObjectStore store = emptyStore();
    List<String> keys = List.of("raw/a b", "raw/a+b", "raw/date=2026-11-21", "raw/ä%20");
    keys.forEach(key -> store.writeIfAbsent(key, bytes(key), Map.of()));

    try (Stream<String> listed = store.list("raw/", "raw/a b")) {
      assertThat(listed).containsExactly("raw/a+b", "raw/date=2026-11-21", "raw/ä%20");
    }
    assertThat(store.read("raw/ä%20").orElseThrow().body()).isEqualTo(bytes("raw/ä%20"));
  }
}
