package dev.fedbytweets.aws.storage;

import dev.fedbytweets.aws.AwsFailures;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RetryableException;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Lists and deletes versions of objects.
final class VersionCalls {

  /// How many S3 lists or deletes in one call.
  static final int MOST_AT_ONCE = 1000;

  private static final String NOT_PERMITTED = "AccessDenied";

  private final S3Client client;

  VersionCalls(S3Client client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  /// A page of all versions and delete markers.
  ///
  /// @param keyMarker only those after this key; empty from the beginning
  /// @param versionMarker with it, only those after this version of the key; null or empty if the
  ///     key is done
  ListObjectVersionsResponse page(
      String bucket, String prefix, String keyMarker, String versionMarker) {
    try {
      return client.listObjectVersions(
          list -> {
            list.bucket(bucket).prefix(prefix).maxKeys(MOST_AT_ONCE);
            if (!keyMarker.isEmpty()) {
              list.keyMarker(keyMarker);
            }
            if (versionMarker != null && !versionMarker.isEmpty()) {
              list.versionIdMarker(versionMarker);
            }
          });
    } catch (SdkException e) {
      throw AwsFailures.of(describe(bucket, prefix), e);
    }
  }

  /// Deletes versions for good.
  void delete(String bucket, List<ObjectIdentifier> versions) {
    for (int from = 0; from < versions.size(); from += MOST_AT_ONCE) {
      List<ObjectIdentifier> some =
          versions.subList(from, Math.min(from + MOST_AT_ONCE, versions.size()));
      try {
        DeleteObjectsResponse response =
            client.deleteObjects(
                delete ->
                    delete.bucket(bucket).delete(objects -> objects.objects(some).quiet(true)));
        if (!response.errors().isEmpty()) {
          throw failure(bucket, response.errors().getFirst());
        }
      } catch (SdkException e) {
        throw AwsFailures.of(describe(bucket, some.getFirst().key()), e);
      }
    }
  }

  private static RuntimeException failure(String bucket, S3Error error) {
    String message =
        "a version of %s cannot be deleted: %s, %s"
            .formatted(describe(bucket, error.key()), error.code(), error.message());
    return NOT_PERMITTED.equals(error.code())
        ? new MisconfiguredException(message)
        : new RetryableException(message);
  }

  private static String describe(String bucket, String key) {
    return "s3://" + bucket + "/" + key;
  }
}
