package dev.fedbytweets.local.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.storage.NewObject;
import dev.fedbytweets.core.storage.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is on the disk when a batch is forced, and what an interruption leaves.
class BatchWriteTest {

  private static final List<NewObject> OBJECTS =
      IntStream.range(0, 20)
          .mapToObj(
              number ->
                  new NewObject(
                      "raw/date=%d/page-%d.json.gz".formatted(number % 3, number),
                      Integer.toString(number).getBytes(StandardCharsets.UTF_8),
                      Map.of("number", Integer.toString(number))))
          .toList();

  @TempDir private Path folder;

  @Test
  void contentsComeBeforeNamesAndMetadataBeforeObjects() {
    List<String> seen = new ArrayList<>();
    ObjectStore store =
        store(
            paths ->
                seen.add(
                    "%d forced, %d metadata, %d objects"
                        .formatted(paths.size(), names(".meta.json"), names(".json.gz"))));

    store.writeAllIfAbsent(OBJECTS);

    // The folders of three days, the one above them, and the lake.
    assertThat(seen)
        .containsExactly(
            "40 forced, 0 metadata, 0 objects",
            "5 forced, 20 metadata, 0 objects",
            "5 forced, 20 metadata, 20 objects");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anInterruptedBatchIsWrittenByTheNext(int failing) throws IOException {
    List<Collection<Path>> syncs = new ArrayList<>();
    ObjectStore interrupted =
        store(
            paths -> {
              syncs.add(paths);
              if (syncs.size() == failing) {
                throw new IOException("the disk is gone");
              }
            });
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> interrupted.writeAllIfAbsent(OBJECTS))
        .withMessageContaining("the disk is gone");

    ObjectStore store = store(BatchSync.DISK);
    assertThat(store.list("raw/", "").map(key -> store.read(key).orElseThrow().metadata()))
        .allMatch(metadata -> metadata.containsKey("number"));
    store.writeAllIfAbsent(OBJECTS);

    for (NewObject object : OBJECTS) {
      assertThat(store.read(object.key()).orElseThrow().body()).isEqualTo(object.body());
      assertThat(store.read(object.key()).orElseThrow().metadata()).isEqualTo(object.metadata());
    }
    assertThat(unfinished()).containsExactly("writers.lock");
  }

  @Test
  void whatAKilledBatchLeftGoesWithTheNext() throws IOException {
    Path left = Files.createDirectories(folder.resolve(".unfinished/batch"));
    Files.writeString(left.resolve("0"), "half");

    store(BatchSync.DISK).writeAllIfAbsent(OBJECTS.subList(0, 1));

    assertThat(unfinished()).containsExactly("writers.lock");
  }

  private ObjectStore store(BatchSync disk) {
    return new LocalObjectStore(new LakeDirectory(folder), DirectorySync.DISK, disk);
  }

  private long names(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.toString().contains("unfinished"))
          .filter(file -> file.toString().endsWith(ending))
          .count();
    }
  }

  private List<String> unfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(".unfinished"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
