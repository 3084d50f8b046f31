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
import org.junit.jupiter.api.Test;

class ForgetRequestTest {

  private static final ForgetRequest REQUEST =
      new ForgetRequest(
          List.of("1700000000000000001"),
          List.of(),
          List.of("1700000000000000002"),
          List.of("coffee"),
          "X said so",
          Instant.parse("2026-11-29T04:00:00Z"));

  private final MemoryObjectStore store = new MemoryObjectStore();

  @Test
  void itIsReadAsItWasStored() {
    REQUEST.store(store, "comply-1");

    assertThat(ForgetRequest.find(store, "comply-1")).contains(REQUEST);
    assertThat(ForgetRequest.batches(store)).containsExactly("comply-1");
    assertThat(
            new String(
                store.read("state/forget-requests/comply-1.json").orElseThrow().body(),
                StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"posts":["1700000000000000001"],"users":[],"scrub_geo":["1700000000000000002"],\
            "subjects":["coffee"],"reason":"X said so","requested_at":"2026-11-29T04:00:00Z"}\
            """);
  }

  @Test
  void itNamesTheKindsThatItHas() {
    assertThat(REQUEST.identifiers())
        .isEqualTo(
            Map.of(
                ForgottenKind.POST, List.of("1700000000000000001"),
                ForgottenKind.SCRUB_GEO, List.of("1700000000000000002"),
                ForgottenKind.SUBJECT, List.of("coffee")));
  }

  @Test
  void oneByHandMayLeaveListsOut() {
    store.writeIfAbsent(
        LakeLayout.forgetRequest("by-hand"),
        "{\"users\":[\"12\"],\"requested_at\":\"2026-11-29T04:00:00Z\"}"
            .getBytes(StandardCharsets.UTF_8),
        Map.of());

    assertThat(ForgetRequest.find(store, "by-hand").orElseThrow().identifiers())
        .isEqualTo(Map.of(ForgottenKind.USER, List.of("12")));
  }

  @Test
  void aBrokenOneIsNamed() {
    store.writeIfAbsent(
        LakeLayout.forgetRequest("broken"),
        "{\"posts\"".getBytes(StandardCharsets.UTF_8),
        Map.of());

    assertThatThrownBy(() -> ForgetRequest.find(store, "broken"))
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("memory:state/forget-requests/broken.json cannot be read: ");
  }
}
