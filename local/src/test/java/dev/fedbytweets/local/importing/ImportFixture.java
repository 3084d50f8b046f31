package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A lake in memory and a folder of files to import into it.
final class ImportFixture {

  static final SubjectName SUBJECT = new SubjectName("coffee");
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456789Z");

  private final Path folder;
  private final MemoryObjectStore store = new MemoryObjectStore();

  ImportFixture(Path folder) {
    this.folder = folder;
  }

  MemoryObjectStore store() {
    return store;
  }

  Path file(String name, String content) {
    return file(name, Responses.utf8(content));
  }

  Path file(String name, byte[] content) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportReport imports(Path... paths) {
    return new Importer(store, InstantSource.fixed(NOW))
        .importAll(SUBJECT, List.of(paths), ImportProgress.NONE);
  }

  /// What comes in as standard input.
  ImportReport importsFromInput(byte[] input) {
    return new Importer(store, InstantSource.fixed(NOW), 100, 2, new ByteArrayInputStream(input))
        .importAll(SUBJECT, List.of(Path.of("-")), ImportProgress.NONE);
  }

  /// The numbers in a report: files, pages, new ones, duplicates, posts, users, rejected and lost
  /// records.
  static List<Integer> counts(ImportReport report) {
    return Stream.of(
            report.files(),
            report.pages(),
            report.stored(),
            report.duplicates(),
            report.posts(),
            report.users(),
            report.rejected(),
            report.lost())
        .map(Number::intValue)
        .toList();
  }

  /// The reasons why something was rejected, one for each record.
  static List<String> reasons(ImportReport report) {
    return report.firstRejected().stream()
        .map(rejected -> rejected.reason().description())
        .toList();
  }

  /// The bodies of the raw pages, decompressed, in the order of their keys.
  List<String> pages() {
    return List.copyOf(contents(store, "raw/").values());
  }

  /// The keys of the raw pages.
  List<PageKey> keys() {
    return contents(store, "raw/").keySet().stream().map(PageKey::ofKey).toList();
  }

  PageMetadata metadata(PageKey key) {
    return PageMetadata.ofMap(key.key(), store.read(key.key()).orElseThrow().metadata());
  }

  /// What was quarantined, decompressed, by key.
  Map<String, String> quarantined() {
    return contents(store, "quarantine/");
  }

  /// Objects, decompressed.
  static Map<String, String> contents(ObjectStore store, String prefix) {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<String> keys = store.list(prefix, "")) {
      keys.forEach(key -> contents.put(key, content(store.read(key).orElseThrow())));
    }
    return contents;
  }

  private static String content(StoredObject object) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(object.body()))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
