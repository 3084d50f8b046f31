package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which quarantined parts of files were mended since: the same file was imported to its end again
/// for the same subject, and the part did not come again. A file is the same if it is at the same
/// place. The parts stay where they are; whether one is mended is a small object of the state.
public final class MendedParts {

  /// The identity of a file in the metadata of its quarantined parts.
  static final String FILE = "file";

  private static final byte[] MENDED = "mended".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CAME_AGAIN = "came again".getBytes(StandardCharsets.UTF_8);

  private final ObjectStore store;
  private final Optional<SubjectName> subject;
  private final Set<String> cameAgain = new HashSet<>();

  /// The keys of parts by file, read when the first file ends; null until then.
  private Map<String, List<String>> keysByFile;

  /// @param subject of the import; empty if only pages of other lakes are imported
  MendedParts(ObjectStore store, Optional<SubjectName> subject) {
    this.store = store;
    this.subject = subject;
  }

  /// Whether a quarantined part was mended.
  public static boolean isMended(ObjectStore store, String key) {
    return store
        .read(LakeLayout.mended(key))
        .filter(object -> Arrays.equals(object.body(), MENDED))
        .isPresent();
  }

  /// What stands for a file: a hash of its real path. Empty if it is not on this machine's disks.
  static Optional<String> identity(Path file) {
    try {
      byte[] path = file.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
      return Optional.of(new ByteSlice(path, 0, path.length).sha256());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// A part was quarantined in this import, whether it was before or not.
  void cameAgain(String key) {
    cameAgain.add(key);
    if (isMended(store, key)) {
      set(key, CAME_AGAIN);
    }
  }

  /// A file was read to its end: its parts that did not come again are mended.
  void finish(Path file) {
    if (keysByFile == null) {
      keysByFile = keysByFile();
    }
    identity(file).map(keysByFile::get).stream()
        .flatMap(List::stream)
        .filter(key -> !cameAgain.contains(key))
        .filter(key -> !isMended(store, key))
        .forEach(key -> set(key, MENDED));
  }

  private Map<String, List<String>> keysByFile() {
    Map<String, List<String>> byFile = new HashMap<>();
    try (Stream<String> keys = store.list(LakeLayout.QUARANTINED_IMPORTS, "")) {
      keys.forEach(
          key ->
              file(key)
                  .ifPresent(
                      file -> byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(key)));
    }
    return byFile;
  }

  private Optional<String> file(String key) {
    return store
        .read(key)
        .map(StoredObject::metadata)
        .filter(
            metadata ->
                subject
                    .map(SubjectName::value)
                    .equals(Optional.ofNullable(metadata.get("subject"))))
        .map(metadata -> metadata.get(FILE));
  }

  private void set(String key, byte[] state) {
    String mended = LakeLayout.mended(key);
    Optional<StoredObject> before = store.read(mended);
    if (before.isPresent()) {
      store.replace(mended, state, before.get().version());
    } else {
      store.writeIfAbsent(mended, state, Map.of());
    }
  }
}
