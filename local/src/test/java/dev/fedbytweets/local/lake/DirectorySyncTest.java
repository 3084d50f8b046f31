package dev.fedbytweets.local.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.storage.ObjectStore;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which folders are forced to the disk, and when.
class DirectorySyncTest {

  @TempDir private Path folder;

  /// What was forced, relative to the folder, each with what it held at that time.
  private final List<String> forced = new ArrayList<>();

  @Test
  void theFolderAboveEachNewOneIsForcedOnceItNamesIt() {
    ObjectStore store = store("lake/deep");

    store.writeIfAbsent("raw/a/page.json.gz", new byte[1], Map.of("sha256", "0"));

    assertThat(forced)
        .containsExactly(
            ": lake",
            "lake: deep",
            "lake/deep: .unfinished",
            "lake/deep: .unfinished raw",
            "lake/deep/raw: a",
            "lake/deep/raw/a: page.json.gz.meta.json",
            "lake/deep/raw/a: page.json.gz page.json.gz.meta.json");
  }

  @Test
  void aFolderThatIsThereIsNotForcedAgain() {
    ObjectStore store = store("");
    store.writeIfAbsent("raw/a/1", new byte[1], Map.of());
    forced.clear();

    store.writeIfAbsent("raw/a/2", new byte[1], Map.of());
    store.writeIfAbsent("raw/b/3", new byte[1], Map.of());

    assertThat(forced).containsExactly("raw/a: 1 2", "raw: a b", "raw/b: 3");
  }

  @Test
  void aReplacedObjectIsForcedInItsFolder() {
    ObjectStore store = store("");
    var version = store.writeIfAbsent("state/x", new byte[1], Map.of()).orElseThrow();
    forced.clear();

    store.replace("state/x", new byte[2], version);

    assertThat(forced).containsExactly("state: x");
  }

  @Test
  void aFileInPlaceOfAFolderIsAnError() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DirectorySync.DISK.create(file))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private ObjectStore store(String name) {
    return new LocalObjectStore(
        new LakeDirectory(folder.resolve(name)),
        forcedFolder -> {
          try (var entries = Files.list(forcedFolder)) {
            forced.add(
                folder.relativize(forcedFolder)
                    + ": "
                    + String.join(
                        " ",
                        entries.map(entry -> entry.getFileName().toString()).sorted().toList()));
          }
        },
        BatchSync.DISK);
  }
}
