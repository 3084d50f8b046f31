package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.io.FileIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The metadata files in the folder of a table: one for each commit, as many as are kept.
///
/// @param folder `silver/tweets/metadata`, which may be missing
record MetadataFiles(Path folder) {

  private static final Logger LOG = LoggerFactory.getLogger(MetadataFiles.class);

  private static final Pattern NAME = Pattern.compile("v?(\\d{1,18}).*\\.metadata\\.json");

  /// A metadata file that is whole, and so is what it names, down to the manifests.
  record WholeFile(Path path, TableMetadata metadata) {}

  /// The newest whole file.
  ///
  /// It may be that of a commit that never came into the catalog because its process died in
  /// between. Then the commit counts as made: its files were complete before its metadata was, and
  /// what it tells of itself (positions in the journal, the watermark) is in it. Metadata that was
  /// begun and not finished is passed over, and so is a commit that was taken back, whose manifests
  /// are gone.
  Optional<WholeFile> newest(FileIO io) {
    List<List<Path>> byVersion = newestFirst();
    for (List<Path> sameVersion : byVersion) {
      Optional<WholeFile> whole =
          sameVersion.stream()
              .flatMap(path -> whole(path, io).stream())
              .max(Comparator.comparing(file -> file.metadata().lastUpdatedMillis()));
      if (whole.isPresent()) {
        return whole;
      }
    }
    return Optional.empty();
  }

  /// Whether there is none.
  boolean isEmpty() {
    return newestFirst().isEmpty();
  }

  /// Whether a metadata file is there and, by its last byte, whole.
  static boolean isFinished(Path path) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long length = file.length();
      if (length == 0) {
        return false;
      }
      file.seek(length - 1);
      return path.toString().contains(".gz.") || file.read() == '}';
    } catch (IOException e) {
      return false;
    }
  }

  private List<List<Path>> newestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    SortedMap<Long, List<Path>> byVersion = new TreeMap<>(Comparator.reverseOrder());
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(
          file ->
              version(file)
                  .ifPresent(
                      version ->
                          byVersion.computeIfAbsent(version, _ -> new ArrayList<>()).add(file)));
      return List.copyOf(byVersion.values());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static Optional<Long> version(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static Optional<WholeFile> whole(Path path, FileIO io) {
    try {
      TableMetadata metadata = TableMetadataParser.read(io, LakeDirectory.location(path));
      Snapshot snapshot = metadata.currentSnapshot();
      boolean isWhole =
          snapshot == null
              || snapshot.allManifests(io).stream().allMatch(manifest -> isWhole(manifest, io));
      return isWhole ? Optional.of(new WholeFile(path, metadata)) : Optional.empty();
    } catch (RuntimeException e) {
      // Iceberg's parsers have no exception of their own for files that they cannot read.
      LOG.atWarn().addKeyValue("file", path).setCause(e).log("a metadata file cannot be read");
      return Optional.empty();
    }
  }

  private static boolean isWhole(ManifestFile manifest, FileIO io) {
    return io.newInputFile(manifest.path()).exists()
        && io.newInputFile(manifest.path()).getLength() == manifest.length();
  }
}
