package dev.fedbytweets.contracts.forgotten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.NewObject;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgettingStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");
  private static final String POST = "1700000000000000001";
  private static final String PAGE_KEY =
      "raw/subject=coffee/date=2026-11-29/run=run-1/page-00001.json.gz";
  private static final String PAGE =
      "{\"data\":[{\"id\":\"1700000000000000001\"},{\"id\":\"1700000000000000002\"}]}";
  private static final String LEFT = "{\"data\":[{\"id\":\"1700000000000000002\"}]}";

  private final MemoryObjectStore memory = new MemoryObjectStore();
  private final ForgettingStore store = new ForgettingStore(memory);

  @BeforeEach
  void forgetAPost() {
    forget("a", ForgottenKind.POST, POST);
  }

  private void forget(String batch, ForgottenKind kind, String name) {
    Tombstones tombstones = new Tombstones(memory);
    tombstones.add(
        new Tombstone(
            batch,
            NOW,
            null,
            Map.of(kind.lowerCase(), 1),
            true,
            NOW,
            null,
            tombstones.hashes(Map.of(kind, List.of(name)))));
  }

  @Test
  void nothingBeginsUnderTheNameOfAForgottenSubject() {
    forget("b", ForgottenKind.SUBJECT, "coffee");
    for (String key :
        List.of(
            "state/collector/coffee.json",
            "raw/subject=coffee/date=2026-11-29/run=a/page-1.json.gz",
            "quarantine/raw/subject=coffee/date=2026-11-29/run=a/page-1.json.gz")) {
      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> store.writeIfAbsent(key, new byte[] {1}, Map.of()))
          .withMessageContaining("'coffee' was forgotten");
      assertThat(store.read(key)).isEmpty();
    }
    assertThat(store.writeIfAbsent("state/collector/tea.json", new byte[] {1}, Map.of()))
        .isPresent();
  }

  @Test
  void aPageIsStoredWithoutThePostAndKeepsTheHashOfWhatXSent() {
    String sha256 = Content.sha256(bytes(PAGE));
    Map<String, String> metadata = PageMetadata.imported(NOW, true, sha256).toMap();
    store.writeAllIfAbsent(
        List.of(new NewObject(PAGE_KEY, Content.toBody(PAGE_KEY, bytes(PAGE)), metadata)));

    StoredObject page = memory.read(PAGE_KEY).orElseThrow();
    assertThat(Content.of(PAGE_KEY, page.body())).hasValue(bytes(LEFT));
    assertThat(PageMetadata.ofMap(PAGE_KEY, page.metadata()).sha256()).isEqualTo(sha256);
    assertThat(PageMetadata.presentSha256(page.metadata())).hasValue(Content.sha256(bytes(LEFT)));
  }

  @Test
  void metadataAndStateKeepTheMillisecondOfThePostAlone() {
    long coarse = Snowflake.smallestAt(Snowflake.timeOf(Long.parseLong(POST)));
    store.writeIfAbsent(PAGE_KEY, Content.toBody(PAGE_KEY, bytes("{}")), Map.of("newest-id", POST));
    assertThat(memory.read(PAGE_KEY).orElseThrow().metadata())
        .containsEntry("newest-id", Long.toString(coarse));

    String checkpoint = "state/collector/coffee.json";
    ObjectVersion version = store.writeIfAbsent(checkpoint, bytes("{}"), Map.of()).orElseThrow();
    store.replace(checkpoint, bytes("{\"newest_id\":" + POST + "}"), version);
    assertThat(memory.read(checkpoint).orElseThrow().body())
        .isEqualTo(bytes("{\"newest_id\":" + coarse + "}"));
  }

  @Test
  void aRequestKeepsItsIdentifiers() {
    String request = "state/forget-requests/b.json";
    store.writeIfAbsent(request, bytes("{\"posts\":[\"" + POST + "\"]}"), Map.of());
    assertThat(memory.read(request).orElseThrow().body()).asString().contains(POST);
  }

  @Test
  void aPageOfNothingElseIsStoredEmpty() {
    byte[] page = bytes("{\"data\":{\"id\":\"1700000000000000001\"}}");
    store.writeIfAbsent(PAGE_KEY, Content.toBody(PAGE_KEY, page), Map.of());
    assertThat(Content.of(PAGE_KEY, memory.read(PAGE_KEY).orElseThrow().body()))
        .hasValue(bytes("{}"));
  }

  @Test
  void whatIsBrokenOrHoldsNothingOfItIsStoredAsItIs() {
    byte[] broken = {31, -117, 0};
    store.writeIfAbsent(PAGE_KEY, broken, Map.of("status", "200"));
    assertThat(memory.read(PAGE_KEY).orElseThrow().body()).isEqualTo(broken);
  }

  @Test
  void aTombstoneThatIsWrittenMeanwhileCountsAfterAWhile() {
    Instant[] now = {NOW};
    ForgettingStore used = new ForgettingStore(memory, () -> now[0], Duration.ofMinutes(1));
    String other = "1700000000000000002";
    used.writeIfAbsent("quarantine/raw/a", bytes("{\"id\":\"" + other + "\"}"), Map.of());
    Tombstones tombstones = new Tombstones(memory);
    tombstones.add(
        new Tombstone(
            "b",
            NOW,
            null,
            Map.of("post", 1),
            true,
            NOW,
            null,
            tombstones.hashes(Map.of(ForgottenKind.POST, List.of(other)))));

    now[0] = NOW.plusSeconds(60);
    used.writeIfAbsent("quarantine/raw/b", bytes("[{\"id\":\"" + other + "\"}]"), Map.of());

    assertThat(memory.read("quarantine/raw/a").orElseThrow().body()).asString().contains(other);
    assertThat(memory.read("quarantine/raw/b").orElseThrow().body()).isEqualTo(bytes("[]"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
