package dev.fedbytweets.contracts.forgotten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TombstonesTest {

  private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");
  private static final String ID = "1700000000000000001";

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final Tombstones tombstones = new Tombstones(store);

  @Test
  void aLakeWithoutAnyForgetsNothing() {
    assertThat(tombstones.forgotten().isEmpty()).isTrue();
    assertThat(store.read(LakeLayout.FORGOTTEN_SALT)).isEmpty();
  }

  @Test
  void whatATombstoneNamesIsForgotten() {
    tombstones.add(tombstone("a", null));
    assertThat(tombstones.forgotten().has(ForgottenKind.POST, ID)).isTrue();
    assertThat(tombstones.forgotten().has(ForgottenKind.USER, ID)).isFalse();
    assertThat(tombstones.all()).containsExactly(tombstone("a", null));
  }

  @Test
  void theOldestRequestThatIsOpenIsKnown() {
    assertThat(tombstones.summary().pendingSince()).isEmpty();
    tombstones.add(tombstone("a", null));
    assertThat(tombstones.summary().pendingSince()).contains(NOW);
    tombstones.replace(tombstone("a", NOW));
    assertThat(tombstones.summary().pendingSince()).isEmpty();
  }

  @Test
  void aTombstoneDoesNotHoldTheIdentifier() {
    tombstones.add(tombstone("a", null));
    byte[] body = store.read(LakeLayout.tombstone("a")).orElseThrow().body();
    assertThat(new String(body, StandardCharsets.UTF_8)).contains("\"post\"").doesNotContain(ID);
  }

  @Test
  void aLiftedOneDoesNotCount() {
    tombstones.add(tombstone("a", null));
    tombstones.replace(tombstone("a", NOW));
    assertThat(tombstones.forgotten().isEmpty()).isTrue();
    assertThat(tombstones.find("a").orElseThrow().isPending()).isFalse();
  }

  @Test
  void whoeverReadItBeforeItWasLiftedDoesNotBringItBack() {
    Tombstone read = tombstone("a", null);
    tombstones.add(read);
    tombstones.replace(tombstone("a", NOW));

    assertThatThrownBy(() -> tombstones.replace(read))
        .isInstanceOf(RejectedException.class)
        .hasMessage("a was lifted meanwhile");
    assertThat(tombstones.forgotten().isEmpty()).isTrue();
  }

  @Test
  void manyAreReadInTheOrderOfTheirNames() {
    List<Tombstone> many =
        IntStream.range(10, 40).mapToObj(number -> tombstone("a" + number, null)).toList();
    many.reversed().forEach(tombstones::add);

    assertThat(tombstones.all()).containsExactlyElementsOf(many);
  }

  private Tombstone tombstone(String batch, @Nullable Instant liftedAt) {
    return new Tombstone(
        batch,
        NOW,
        "asked for",
        Map.of("post", 1),
        false,
        null,
        liftedAt,
        tombstones.hashes(Map.of(ForgottenKind.POST, List.of(ID))));
  }
}
