package dev.fedbytweets.aws.storage;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.OldVersions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// Versions of the lake's objects that are not current, delete markers, and all that lies in the
/// bucket of Athena's results.
///
/// A version that is not current was replaced when the next one was written. A delete marker goes
/// after the versions that it hides: without it the last of them would be current again. Memory: a
/// page of S3's listing, and the versions of one object.
public final class S3OldVersions implements OldVersions {

  /// All that holds anything of the lake's content, or of state about it, in the order of the
  /// names. The page names nobody, but it counts what was forgotten since.
  private static final List<String> PREFIXES =
      List.of(
          LakeLayout.tables(Layer.BRONZE),
          LakeLayout.DASHBOARD,
          LakeLayout.tables(Layer.GOLD),
          LakeLayout.ORIGINALS,
          LakeLayout.QUARANTINE,
          LakeLayout.RAW,
          LakeLayout.tables(Layer.SILVER),
          LakeLayout.STATE);

  private final VersionCalls calls;
  private final List<Area> areas;
  private final InstantSource clock;

  S3OldVersions(S3Client client, String bucket, Optional<String> results, InstantSource clock) {
    this.calls = new VersionCalls(client);
    this.clock = clock;
    this.areas =
        Stream.concat(
                PREFIXES.stream().map(prefix -> new Area(bucket, prefix, false)),
                results.stream().map(name -> new Area(name, "", true)))
            .toList();
  }

  /// Of the bucket of these settings.
  ///
  /// @param results the bucket of Athena's results
  public static S3OldVersions open(AwsSettings settings, Optional<String> results) {
    return new S3OldVersions(
        S3ObjectStore.client(settings), settings.bucket(), results, InstantSource.system());
  }

  /// @param isEmptied whether current objects go, too
  private record Area(String bucket, String prefix, boolean isEmptied) {}

  @Override
  public Portion delete(String after, Instant before, Instant deadline) {
    return goThrough(after, before, deadline, true);
  }

  @Override
  public Portion count(String after, Instant before, Instant deadline) {
    return goThrough(after, before, deadline, false);
  }

  /// @param after the number of an area, a colon, and a key in it
  private Portion goThrough(String after, Instant before, Instant deadline, boolean deletes) {
    int colon = after.indexOf(':');
    int first = colon < 0 ? 0 : Integer.parseInt(after.substring(0, colon));
    String key = after.substring(colon + 1);
    long count = 0;
    for (int number = first; number < areas.size(); number++) {
      Pass pass = new Pass(areas.get(number), before, deletes);
      boolean isDone = pass.run(key, deadline);
      count += pass.count;
      if (!isDone) {
        return new Portion(count, number + ":" + pass.lastKey, false);
      }
      key = "";
    }
    return new Portion(count, "", true);
  }

  /// One listing of an area.
  private final class Pass {

    private final Area area;
    private final Instant before;
    private final boolean deletes;
    private final List<ObjectIdentifier> versions = new ArrayList<>();
    private final List<ObjectIdentifier> markers = new ArrayList<>();
    private long count;

    /// The key whose versions all were seen last.
    private String lastKey = "";

    private String key = "";
    private Instant replacedAt = Instant.MAX;
    private ObjectIdentifier marker;

    Pass(Area area, Instant before, boolean deletes) {
      this.area = area;
      this.before = before;
      this.deletes = deletes;
    }

    /// @return false if the time was up
    boolean run(String after, Instant deadline) {
      lastKey = after;
      ListObjectVersionsResponse page = calls.page(area.bucket(), area.prefix(), after, "");
      take(page);
      while (Boolean.TRUE.equals(page.isTruncated())) {
        if (!lastKey.equals(after) && !clock.instant().isBefore(deadline)) {
          // What was seen of the last key is seen again.
          flush();
          return false;
        }
        page =
            calls.page(
                area.bucket(), area.prefix(), page.nextKeyMarker(), page.nextVersionIdMarker());
        take(page);
      }
      endKey();
      flush();
      return true;
    }

    private void take(ListObjectVersionsResponse page) {
      Stream<Version> all =
          Stream.concat(
              page.versions().stream()
                  .map(
                      at ->
                          new Version(
                              at.key(), at.versionId(), at.isLatest(), false, at.lastModified())),
              page.deleteMarkers().stream()
                  .map(
                      at ->
                          new Version(
                              at.key(), at.versionId(), at.isLatest(), true, at.lastModified())));
      // S3 gives both together, newest first for each key, but the SDK keeps them apart.
      all.sorted(Version.NEWEST_FIRST).forEach(this::take);
      if (versions.size() >= VersionCalls.MOST_AT_ONCE
          || markers.size() >= VersionCalls.MOST_AT_ONCE) {
        flush();
      }
    }

    private void take(Version version) {
      if (!version.key().equals(key)) {
        endKey();
        key = version.key();
        replacedAt = Instant.MAX;
      }
      ObjectIdentifier identifier =
          ObjectIdentifier.builder().key(key).versionId(version.id()).build();
      boolean isCurrent = version.isLatest() && !version.isMarker();
      Instant goneAt = version.isLatest() ? version.modified() : replacedAt;
      if (goneAt.isBefore(before) && (!isCurrent || area.isEmptied())) {
        if (version.isLatest() && version.isMarker()) {
          marker = identifier;
        } else {
          versions.add(identifier);
          count++;
        }
      }
      replacedAt = version.modified();
    }

    private void endKey() {
      if (marker != null) {
        markers.add(marker);
        count++;
        marker = null;
      }
      if (!key.isEmpty()) {
        lastKey = key;
      }
    }

    private void flush() {
      if (deletes) {
        calls.delete(area.bucket(), versions);
        calls.delete(area.bucket(), markers);
      }
      versions.clear();
      markers.clear();
    }
  }

  private record Version(
      String key, String id, boolean isLatest, boolean isMarker, Instant modified) {

    static final Comparator<Version> NEWEST_FIRST =
        Comparator.comparing(Version::key)
            .thenComparing(version -> !version.isLatest())
            .thenComparing(Version::modified, Comparator.reverseOrder());
  }
}
