package dev.fedbytweets.local.status;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The raw pages of a subject.
///
/// @param pages their number
/// @param bytes their compressed size
public record StoredPages(long pages, long bytes) {

  static Map<SubjectName, StoredPages> bySubject(LakeDirectory lake, ObjectStore store) {
    Map<SubjectName, StoredPages> bySubject = new TreeMap<>();
    for (SubjectName subject : LakeLayout.subjectsWithPages(store)) {
      bySubject.put(subject, below(lake.root(), store, LakeLayout.pages(subject)));
    }
    return bySubject;
  }

  private static StoredPages below(Path root, ObjectStore store, String folder) {
    try (Stream<String> keys = store.list(folder, "")) {
      return keys.filter(key -> PageKey.find(key).isPresent())
          .map(key -> new StoredPages(1, size(root.resolve(key))))
          .reduce(
              new StoredPages(0, 0),
              (a, b) -> new StoredPages(a.pages + b.pages, a.bytes + b.bytes));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the size of " + file, e);
    }
  }
}
