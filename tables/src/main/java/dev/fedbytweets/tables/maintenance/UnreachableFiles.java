package dev.fedbytweets.tables.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;

/// The files in a table's folder that neither a kept snapshot nor the table's metadata names.
///
/// Files are compared by their names without folders: metadata of a lake that was moved names old
/// folders, and engines write one folder in several ways. Names of a table's files are unique, and
/// where two are the same, a file is kept that could go.
final class UnreachableFiles {

  /// Below the table's folder, where writers put the table's files. Anything else that somebody
  /// keeps there is not ours to remove.
  private static final Pattern FILE_OF_TABLE =
      Pattern.compile(
          "(?:metadata/|data/(?:[^/]+=[^/]*/|[01]+/)*)[^/]+\\."
              + "(?:parquet|avro|orc|puffin|stats|crc|metadata\\.json|metadata\\.json\\.gz)");

  private static final Pattern CHECKSUM = Pattern.compile("\\.(.+)\\.crc");

  private final Table table;
  private final Instant youngestOrphan;

  /// @param youngestOrphan files of later are only removed if an expired snapshot named them
  UnreachableFiles(Table table, Instant youngestOrphan) {
    this.table = table;
    this.youngestOrphan = youngestOrphan;
  }

  /// Finds them, in an order in which they can be removed: a file goes before those that it names,
  /// so a table's metadata never seems whole when its data files are not.
  ///
  /// @param expired snapshots that are gone, or are about to go
  /// @throws UncheckedIOException if anything that names files cannot be read
  List<RemovableFile> find(List<Snapshot> expired) {
    List<FileInfo> listed = listed();
    // What was committed since the listing must be seen as named.
    table.refresh();
    Set<Long> gone = new HashSet<>();
    expired.forEach(snapshot -> gone.add(snapshot.snapshotId()));
    List<Snapshot> kept = new ArrayList<>();
    table.snapshots().forEach(kept::add);
    kept.removeIf(snapshot -> gone.contains(snapshot.snapshotId()));
    Set<String> reachable = ofMetadata();
    reachable.addAll(of(kept));
    Set<String> expiredOnly = of(expired);
    List<RemovableFile> files = new ArrayList<>();
    for (FileInfo file : listed) {
      if (!reachable.contains(name(file.location()))) {
        reason(file, expiredOnly)
            .ifPresent(
                reason -> files.add(new RemovableFile(file.location(), file.size(), reason)));
      }
    }
    files.sort(Comparator.comparing(UnreachableFiles::rank));
    return files;
  }

  private Optional<RemovableFile.Reason> reason(FileInfo file, Set<String> expiredOnly) {
    if (expiredOnly.contains(name(file.location()))) {
      return Optional.of(RemovableFile.Reason.EXPIRED_SNAPSHOT);
    }
    return Instant.ofEpochMilli(file.createdAtMillis()).isBefore(youngestOrphan)
        ? Optional.of(RemovableFile.Reason.ORPHAN)
        : Optional.empty();
  }

  private List<FileInfo> listed() {
    int folder = TableFolder.of(table).length();
    List<FileInfo> listed = new ArrayList<>();
    for (FileInfo file : TableFolder.list(table, "")) {
      if (FILE_OF_TABLE.matcher(file.location().substring(folder)).matches()) {
        listed.add(file);
      }
    }
    return listed;
  }

  private Set<String> ofMetadata() {
    Set<String> names = new HashSet<>();
    ReachableFileUtil.metadataFileLocations(table, false)
        .forEach(location -> names.add(name(location)));
    ReachableFileUtil.statisticsFilesLocations(table)
        .forEach(location -> names.add(name(location)));
    names.add(name(ReachableFileUtil.versionHintLocation(table)));
    return names;
  }

  private Set<String> of(List<Snapshot> snapshots) {
    Set<String> names = new HashSet<>();
    Map<String, ManifestFile> manifests = new HashMap<>();
    for (Snapshot snapshot : snapshots) {
      if (snapshot.manifestListLocation() != null) {
        names.add(name(snapshot.manifestListLocation()));
      }
      snapshot
          .allManifests(table.io())
          .forEach(manifest -> manifests.put(manifest.path(), manifest));
    }
    for (ManifestFile manifest : manifests.values()) {
      names.add(name(manifest.path()));
      try (CloseableIterable<String> paths =
          ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
        paths.forEach(path -> names.add(name(path)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + manifest.path(), e);
      }
    }
    return names;
  }

  /// A checksum that Hadoop writes beside a file goes with it.
  private static String name(String location) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    Matcher checksum = CHECKSUM.matcher(name);
    return checksum.matches() ? checksum.group(1) : name;
  }

  private static int rank(RemovableFile file) {
    String name = name(file.location());
    if (name.endsWith(".metadata.json") || name.endsWith(".metadata.json.gz")) {
      return 0;
    }
    if (name.endsWith(".avro")) {
      return name.startsWith("snap-") ? 1 : 2;
    }
    return 3;
  }
}
