package dev.fedbytweets.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.awsstandins.S3Double;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.storage.OldVersions.Portion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

class S3OldVersionsTest {

  private final Instant later = Instant.now().plusSeconds(3600);

  private static S3Double s3;
  private static S3Client client;
  private static int buckets;

  private final String bucket = "lake-" + ++buckets;
  private final S3OldVersions versions =
      new S3OldVersions(client, bucket, Optional.empty(), InstantSource.system());

  @BeforeAll
  static void start() throws Exception {
    s3 = S3Double.startInMemory();
    client = s3.client();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    s3.close();
  }

  @Test
  void whatWasReplacedOrDeletedGoesAndWhatIsCurrentStays() {
    s3.withVersionedBucket(bucket);
    put("raw/a", "old");
    put("raw/a", "new");
    put("silver/gone", "text");
    delete("silver/gone");
    put("state/back", "first");
    delete("state/back");
    put("state/back", "second");

    assertThat(versions.count("", later, later)).isEqualTo(new Portion(5, "", true));
    assertThat(versions.delete("", later, later)).isEqualTo(new Portion(5, "", true));

    assertThat(listed()).containsExactlyInAnyOrder("raw/a", "state/back");
    assertThat(text("raw/a")).isEqualTo("new");
    assertThat(text("state/back")).isEqualTo("second");
    assertThat(versions.count("", later, later).versions()).isZero();
    assertThat(versions.delete("", later, later).versions()).isZero();
  }

  @Test
  void whatIsSaidAboutPostsIsNoExceptionAndThePageStays() {
    s3.withVersionedBucket(bucket);
    put("dashboard.html", "old");
    put("dashboard.html", "new");
    put("gold/post_labels/data/a.parquet", "labels");
    delete("gold/post_labels/data/a.parquet");

    assertThat(versions.delete("", later, later).versions()).isEqualTo(3);

    assertThat(listed()).containsExactly("dashboard.html");
    assertThat(text("dashboard.html")).isEqualTo("new");
  }

  @Test
  void whatIsReplacedLaterIsKept() {
    s3.withVersionedBucket(bucket);
    Instant before = Instant.now().minusSeconds(60);
    put("raw/a", "old");
    put("raw/a", "new");
    delete("raw/a");

    assertThat(versions.delete("", before, later).versions()).isZero();
    assertThat(listed()).hasSize(3);
  }

  @Test
  void otherFoldersAreLeftAlone() {
    s3.withVersionedBucket(bucket);
    put("somebody/else", "old");
    put("somebody/else", "new");

    assertThat(versions.delete("", later, later).versions()).isZero();
    assertThat(listed()).hasSize(2);
  }

  @Test
  void moreThanAPageIsDoneInPortions() {
    s3.withVersionedBucket(bucket);
    for (int number = 0; number < 1100; number++) {
      put("quarantine/%04d".formatted(number / 3), "text");
    }
    put("raw/last", "old");
    put("raw/last", "new");

    Portion first = versions.delete("", later, Instant.EPOCH);
    assertThat(first.isLast()).isFalse();
    Portion second = versions.delete(first.after(), later, later);

    assertThat(second.isLast()).isTrue();
    assertThat(first.versions() + second.versions()).isEqualTo(1100 - 367 + 1);
    assertThat(listed()).hasSize(367 + 1).doesNotHaveDuplicates();
  }

  @Test
  void resultsOfQuestionsGoAltogether() {
    s3.withVersionedBucket(bucket);
    String results = bucket + "-results";
    s3.withBucket(results);
    client.putObject(put -> put.bucket(results).key("a.csv"), RequestBody.fromString("1"));
    put("raw/a", "new");
    S3OldVersions both =
        new S3OldVersions(client, bucket, Optional.of(results), InstantSource.system());

    assertThat(both.delete("", later, later).versions()).isOne();

    assertThat(client.listObjectsV2(list -> list.bucket(results)).contents()).isEmpty();
    assertThat(listed()).containsExactly("raw/a");
  }

  @Test
  void aMissingBucketNeedsAPerson() {
    assertThatThrownBy(() -> versions.count("", later, later))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("s3://" + bucket + "/bronze/");
  }

  private void put(String key, String text) {
    client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private void delete(String key) {
    client.deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  private String text(String key) {
    return client
        .getObjectAsBytes(get -> get.bucket(bucket).key(key))
        .asString(StandardCharsets.UTF_8);
  }

  /// The keys of all versions and delete markers.
  private List<String> listed() {
    ListObjectVersionsResponse all = client.listObjectVersions(list -> list.bucket(bucket));
    return Stream.concat(
            all.versions().stream().map(at -> at.key()),
            all.deleteMarkers().stream().map(at -> at.key()))
        .toList();
  }
}
