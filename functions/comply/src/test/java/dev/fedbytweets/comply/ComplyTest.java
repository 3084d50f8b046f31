package dev.fedbytweets.comply;

import static dev.fedbytweets.comply.ComplyingLake.FIRST;
import static dev.fedbytweets.comply.ComplyingLake.NOW;
import static dev.fedbytweets.comply.ComplyingLake.PLACED;
import static dev.fedbytweets.comply.ComplyingLake.SECOND;
import static dev.fedbytweets.comply.ComplyingLake.SEEN;
import static dev.fedbytweets.comply.ComplyingLake.THIRD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.contracts.forgotten.Tombstone;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComplyTest {

  private final ComplyingLake lake = new ComplyingLake();

  @AfterEach
  void stop() {
    lake.close();
  }

  @Test
  void whatHappenedBecomesOneRequest() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    lake.x.compliance().happened("tweets", SECOND, "suspended", NOW);
    lake.x.compliance().happened("tweets", PLACED, "scrub_geo", NOW);

    ComplyOutput output = lake.check("comply-1");

    assertThat(output.batches()).containsExactly("comply-1");
    assertThat(output.posts()).isEqualTo(4);
    assertThat(output.counts()).isEqualTo(Map.of("deleted", 1L, "suspended", 1L, "scrub_geo", 1L));
    ForgetRequest request = lake.request(output);
    assertThat(request.posts()).containsExactly(FIRST, SECOND);
    assertThat(request.scrubGeo()).containsExactly(PLACED);
    assertThat(request.users()).isEmpty();
    assertThat(request.requestedAt()).isEqualTo(NOW);
    assertThat(request.reason()).isEqualTo("X's compliance jobs: 1 places of posts, 2 posts");
  }

  @Test
  void nothingHappenedIsNoRequest() {
    ComplyOutput output = lake.check("comply-1");

    assertThat(output.batches()).isEmpty();
    assertThat(ForgetRequest.batches(lake.store)).isEmpty();
    ComplianceCheck check = ComplianceCheck.last(lake.store).orElseThrow();
    assertThat(check.collectedAt()).isNotNull();
    assertThat(check.isOverdue(NOW.plus(Duration.ofHours(24)))).isFalse();
    assertThat(check.isOverdue(NOW.plus(Duration.ofHours(25)))).isTrue();
  }

  @Test
  void theStateHoldsNoIdentifier() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    lake.check("comply-1");

    String state =
        new String(
            lake.store.read(LakeLayout.COMPLIANCE).orElseThrow().body(), StandardCharsets.UTF_8);
    assertThat(state).contains("\"type\":\"tweets\"").doesNotContain("19900000000");
  }

  @Test
  void aRunThatIsOverStaysOverAndTheNextOneAsksAgain() {
    lake.check("comply-1");
    int asked = lake.x.log().requests().size();

    assertThat(lake.check("comply-1").status()).isEqualTo(Progress.DONE);
    assertThat(lake.x.log().requests()).hasSize(asked);
    assertThat(lake.check("comply-2").check()).isEqualTo("comply-2");
    assertThat(lake.x.log().requests().size()).isGreaterThan(asked);
  }

  @Test
  void anotherRunGoesOnWithACheckThatIsNotOver() {
    lake.comply().advance(ComplyingLake.run("comply-1"));

    assertThat(lake.check("comply-2").check()).isEqualTo("comply-1");
  }

  @Test
  void aCheckThatNobodyWentOnWithForAWeekIsBegunAnew() {
    lake.comply().advance(ComplyingLake.run("comply-1"));
    lake.clock.advance(Duration.ofDays(8));

    assertThat(lake.check("comply-2").check()).isEqualTo("comply-2");
  }

  @Test
  void aLongListIsAskedInParts() {
    lake.with(1).x.compliance().happened("tweets", THIRD, "deleted", null);

    ComplyOutput output = lake.check("comply-1");

    assertThat(lake.request(output).posts()).containsExactly(THIRD);
    assertThat(ComplianceCheck.last(lake.store).orElseThrow().parts()).hasSize(4);
    assertThat(lake.uploads()).isEqualTo(4);
  }

  @Test
  void aLakeWithoutPostsAsksNothing() {
    try (ComplyingLake empty = new ComplyingLake()) {
      empty.lake.drop(SilverDefinitions.TWEETS);

      assertThat(empty.check("comply-1").batches()).isEmpty();
      assertThat(empty.x.log().requests()).isEmpty();
    }
  }

  @Test
  void oddLinesAreCountedAndTheRestIsDone() {
    lake.x.compliance().addLine("{\"id\":\"12");
    lake.x.compliance().addLine("{\"id\":\"13\",\"action\":\"withheld\",\"reason\":\"somewhere\"}");
    lake.x.compliance().happened("tweets", FIRST, "bounced", null);

    ComplyOutput output = lake.check("comply-1");

    assertThat(output.counts()).isEqualTo(Map.of("bounced", 1L, "unreadable", 1L, "unknown", 1L));
    assertThat(lake.request(output).posts()).containsExactly(FIRST);
  }

  @Test
  void whatXShowedAgainLongAfterwardsStays() {
    lake.x.compliance().happened("tweets", FIRST, "suspended", SEEN.minus(Duration.ofDays(2)));
    lake.x.compliance().happened("tweets", SECOND, "suspended", SEEN.minus(Duration.ofHours(1)));
    lake.x.compliance().happened("tweets", THIRD, "suspended", null);

    ComplyOutput output = lake.check("comply-1");

    assertThat(lake.request(output).posts()).containsExactly(SECOND, THIRD);
    assertThat(output.counts()).isEqualTo(Map.of("suspended", 3L, "seen_since", 1L));
  }

  @Test
  void whatIsForgottenAlreadyIsNotAskedAgain() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    lake.x.compliance().happened("tweets", PLACED, "scrub_geo", null);
    fulfil(lake.check("comply-1"));

    ComplyOutput output = lake.check("comply-2");

    assertThat(output.batches()).isEmpty();
    assertThat(output.counts())
        .isEqualTo(
            Map.of("deleted", 1L, "forgotten_before", 1L, "scrub_geo", 1L, "without_place", 1L));
  }

  @Test
  void aPlaceThatIsNotThereIsNotTakenAway() {
    lake.x.compliance().happened("tweets", FIRST, "scrub_geo", null);

    ComplyOutput output = lake.check("comply-1");

    assertThat(output.batches()).isEmpty();
    assertThat(output.counts()).isEqualTo(Map.of("scrub_geo", 1L, "without_place", 1L));
  }

  @Test
  void aRequestThatIsFulfilledIsNoneAnyMore() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    fulfil(lake.check("comply-1"));

    assertThat(lake.check("comply-1").batches()).isEmpty();
  }

  @Test
  void whatWasNotForgottenComesWithTheNextCheck() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    tombstone(lake.check("comply-1"), null);
    new ForgetRequest(List.of(), List.of("7"), List.of(), List.of(), null, NOW)
        .store(lake.store, "by-hand");
    lake.x.compliance().happened("tweets", SECOND, "deleted", null);
    assertThat(lake.check("comply-2").batches())
        .as("whoever forgets may still be at it")
        .containsExactly("comply-2", "by-hand");

    lake.clock.set(NOW.plus(Duration.ofHours(24)));
    lake.x.compliance().happened("tweets", THIRD, "deleted", null);
    ComplyOutput next = lake.check("comply-3");

    assertThat(next.batches()).containsExactly("comply-3", "by-hand", "comply-2", "comply-1");
    assertThat(lake.request(next).posts()).contains(THIRD).doesNotContain(FIRST);
  }

  private void fulfil(ComplyOutput output) {
    tombstone(output, NOW);
  }

  private void tombstone(ComplyOutput output, @Nullable Instant doneAt) {
    ForgetRequest request = lake.request(output);
    Tombstones tombstones = new Tombstones(lake.store);
    tombstones.add(
        new Tombstone(
            output.check(),
            request.requestedAt(),
            request.reason(),
            Map.of(),
            true,
            doneAt,
            null,
            tombstones.hashes(request.identifiers())));
    lake.store.delete(LakeLayout.forgetRequest(output.check()));
  }
}
