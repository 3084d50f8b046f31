package dev.fedbytweets.local.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectStoreContract;
import dev.fedbytweets.core.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest extends ObjectStoreContract {

  @TempDir private Path folder;

  @Override
  protected ObjectStore emptyStore() {
    return new LocalObjectStore(new LakeDirectory(folder));
  }

  @Test
  void aCounterThatManyIncreaseByReplacingLosesNothing() throws Exception {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("state/counter", bytes("0"), Map.of());

    List<Boolean> done =
        race(thread -> IntStream.range(0, 20).allMatch(time -> increased(store, thread)));

    assertThat(done).containsOnly(true);
    assertThat(new String(store.read("state/counter").orElseThrow().body(), StandardCharsets.UTF_8))
        .isEqualTo("160");
  }

  private static boolean increased(ObjectStore store, int thread) {
    while (true) {
      StoredObject counter = store.read("state/counter").orElseThrow();
      int count = Integer.parseInt(new String(counter.body(), StandardCharsets.UTF_8));
      if (store
          .replace("state/counter", bytes(Integer.toString(count + 1)), counter.version())
          .isPresent()) {
        return thread >= 0;
      }
    }
  }
}
