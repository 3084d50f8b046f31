package dev.fedbytweets.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [ObjectStore] must do. A subclass gives the store.
public abstract class ObjectStoreContract {

  /// An empty store.
  protected abstract ObjectStore emptyStore();

  @Test
  void ofSeveralObjectsThoseAreWrittenWhoseKeyIsFree() {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("raw/a/2", bytes("taken"), Map.of("by", "another"));

    store.writeAllIfAbsent(
        List.of(
            new NewObject("raw/a/1", bytes("one"), Map.of("number", "1")),
            new NewObject("raw/a/2", bytes("two"), Map.of("number", "2")),
            new NewObject("raw/b/3", bytes("three"), Map.of()),
            new NewObject("raw/a/1", bytes("again"), Map.of())));

    assertThat(store.list("raw/", "")).containsExactly("raw/a/1", "raw/a/2", "raw/b/3");
    StoredObject first = store.read("raw/a/1").orElseThrow();
    assertThat(first.body()).isEqualTo(bytes("one"));
    assertThat(first.metadata()).isEqualTo(Map.of("number", "1"));
    assertThat(store.read("raw/a/2").orElseThrow().metadata()).isEqualTo(Map.of("by", "another"));
    assertThat(store.read("raw/b/3").orElseThrow().body()).isEqualTo(bytes("three"));
  }

  @Test
  void whatIsDeletedIsGoneWithItsMetadata() {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("state/a/1", bytes("one"), Map.of("number", "1"));
    store.writeIfAbsent("state/a/2", bytes("two"), Map.of());

    store.delete("state/a/1");
    store.delete("state/a/1");
    store.delete("state/b/3");

    assertThat(store.read("state/a/1")).isEmpty();
    assertThat(store.list("state/", "")).containsExactly("state/a/2");
    store.writeIfAbsent("state/a/1", bytes("new"), Map.of());
    assertThat(store.read("state/a/1").orElseThrow().metadata()).isEmpty();
  }

  @Test
  void readsWhatWasWritten() {
    ObjectStore store = emptyStore();
    byte[] body = {0, 1, -1, 13, 10};

    Optional<ObjectVersion> written =
        store.writeIfAbsent(
            "raw/a/b.json.gz", body, Map.of("retrieved-at", "2026-11-21T07:00:00Z"));

    StoredObject object = store.read("raw/a/b.json.gz").orElseThrow();
    assertThat(written).contains(object.version());
    assertThat(object.body()).isEqualTo(body);
    assertThat(object.metadata())
        .containsExactly(Map.entry("retrieved-at", "2026-11-21T07:00:00Z"));
  }

  @Test
  void asMuchMetadataAsIsAllowedIsKeptAndNotAByteMore() {
    ObjectStore store = emptyStore();
    Map<String, String> most = Map.of("a", "x".repeat(ObjectMetadata.MOST_BYTES - 1));
    Map<String, String> more = Map.of("ab", "x".repeat(ObjectMetadata.MOST_BYTES - 1));

    store.writeIfAbsent("raw/most", bytes("x"), most);
    assertThatThrownBy(() -> store.writeIfAbsent("raw/more", bytes("x"), more))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("raw/more: its metadata has 2,001 bytes, and 2,000 are allowed");

    assertThat(store.read("raw/most").orElseThrow().metadata()).isEqualTo(most);
    assertThat(store.read("raw/more")).isEmpty();
  }

  @Test
  void aMissingObjectIsEmpty() {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("state/x/1", bytes("x"), Map.of());

    assertThat(store.read("state/x/2")).isEmpty();
    assertThat(store.read("state/x")).isEmpty();
    assertThat(store.read("nothing/here")).isEmpty();
  }

  @Test
  void aTakenKeyIsNotOverwritten() {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("state/x", bytes("first"), Map.of("a", "1"));

    Optional<ObjectVersion> written =
        store.writeIfAbsent("state/x", bytes("second"), Map.of("a", "2"));

    assertThat(written).isEmpty();
    StoredObject object = store.read("state/x").orElseThrow();
    assertThat(object.body()).isEqualTo(bytes("first"));
    assertThat(object.metadata()).containsEntry("a", "1");
  }

  @Test
  void replacesTheVersionThatWasRead() {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("state/x", bytes("first"), Map.of());
    ObjectVersion first = store.read("state/x").orElseThrow().version();

    Optional<ObjectVersion> second = store.replace("state/x", bytes("second"), first);
    Optional<ObjectVersion> third = store.replace("state/x", bytes("third"), first);

    assertThat(third).isEmpty();
    StoredObject object = store.read("state/x").orElseThrow();
    assertThat(object.body()).isEqualTo(bytes("second"));
    assertThat(second).contains(object.version());
  }

  @Test
  void replacesTheVersionThatWasWrittenWithoutReadingIt() {
    ObjectStore store = emptyStore();
    ObjectVersion first = store.writeIfAbsent("state/x", bytes("1"), Map.of()).orElseThrow();

    ObjectVersion second = store.replace("state/x", bytes("2"), first).orElseThrow();
    ObjectVersion third = store.replace("state/x", bytes("3"), second).orElseThrow();

    assertThat(store.replace("state/x", bytes("4"), second)).isEmpty();
    StoredObject object = store.read("state/x").orElseThrow();
    assertThat(object.body()).isEqualTo(bytes("3"));
    assertThat(object.version()).isEqualTo(third);
  }

  @Test
  void replacesMetadataWithTheBody() {
    ObjectStore store = emptyStore();
    ObjectVersion first =
        store.writeIfAbsent("state/x", bytes("1"), Map.of("a", "1", "b", "2")).orElseThrow();
    ObjectVersion second =
        store.replace("state/x", bytes("2"), Map.of("a", "3"), first).orElseThrow();
    assertThat(store.read("state/x").orElseThrow().metadata()).isEqualTo(Map.of("a", "3"));
    assertThat(store.replace("state/x", bytes("3"), Map.of("a", "4"), first)).isEmpty();
    assertThat(store.read("state/x").orElseThrow().metadata()).isEqualTo(Map.of("a", "3"));
    assertThat(store.replace("state/x", bytes("4"), second)).isPresent();
    assertThat(store.read("state/x").orElseThrow().metadata()).isEmpty();
  }

  @Test
  void replacesNothingThatIsNotThere() {
    ObjectStore store = emptyStore();
    store.writeIfAbsent("state/x", bytes("first"), Map.of());
    ObjectVersion version = store.read("state/x").orElseThrow().version();

    assertThat(store.replace("state/y", bytes("second"), version)).isEmpty();

    assertThat(store.read("state/y")).isEmpty();
  }

  @Test
  void listsInOrderOfBytesBelowAPrefixAfterAKey() {
    ObjectStore store = emptyStore();
    for (String key :
        List.of("raw/b/2", "raw/b/10", "raw/a/1", "raw/b-c/1", "state/1", "raw/b/1")) {
      store.writeIfAbsent(key, bytes(key), Map.of("k", "v"));
    }

    assertThat(keys(store, "raw/", ""))
        .containsExactly("raw/a/1", "raw/b-c/1", "raw/b/1", "raw/b/10", "raw/b/2");
    assertThat(keys(store, "raw/b/", "raw/b/1")).containsExactly("raw/b/10", "raw/b/2");
    assertThat(keys(store, "raw/b/", "raw/b/15")).containsExactly("raw/b/2");
    assertThat(keys(store, "raw/b", "raw/b-c/1")).containsExactly("raw/b/1", "raw/b/10", "raw/b/2");
    assertThat(keys(store, "none/", "")).isEmpty();
  }

  @Test
  void listsMoreThanOnePageOfKeys() {
    ObjectStore store = emptyStore();
    IntStream.rangeClosed(1, 1100)
        .forEach(
            number -> store.writeIfAbsent("many/%05d".formatted(number), bytes("x"), Map.of()));

    assertThat(keys(store, "many/", "many/00005"))
        .hasSize(1095)
        .startsWith("many/00006")
        .endsWith("many/01100");
  }

  @Test
  void namesTheFoldersBelow() {
    ObjectStore store = emptyStore();
    for (String key :
        List.of(
            "state/journal/tea/1",
            "state/journal/coffee/1",
            "state/journal/coffee/2",
            "state/journal/x")) {
      store.writeIfAbsent(key, bytes(key), Map.of());
    }

    assertThat(store.folders("state/journal/")).containsExactly("coffee", "tea");
    assertThat(store.folders("none/")).isEmpty();
  }

  @Test
  void oneOfManyConcurrentWritersWins() throws Exception {
    ObjectStore store = emptyStore();

    List<Boolean> won =
        race(i -> store.writeIfAbsent("state/race", bytes("writer " + i), Map.of()).isPresent());

    assertThat(won).containsOnlyOnce(true);
    assertThat(new String(store.read("state/race").orElseThrow().body(), StandardCharsets.UTF_8))
        .isEqualTo("writer " + won.indexOf(true));
  }

  @Test
  void describesWhereAnObjectLies() {
    assertThat(emptyStore().describe("raw/a"))
        .endsWith("raw/a")
        .hasSizeGreaterThan("raw/a".length());
  }

  /// Runs a writer on eight threads at once, and returns what each answered.
  protected static List<Boolean> race(Writer writer) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> () -> writer.write(i)).toList();
      return threads.invokeAll(writers).stream().map(future -> future.resultNow()).toList();
    }
  }

  private static List<String> keys(ObjectStore store, String prefix, String after) {
    try (Stream<String> keys = store.list(prefix, after)) {
      return keys.toList();
    }
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A write that one of several threads does.
  @FunctionalInterface
  protected interface Writer {
    boolean write(int thread);
  }
}
