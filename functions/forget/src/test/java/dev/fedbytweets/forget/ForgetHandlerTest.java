package dev.fedbytweets.forget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.ForgetInput;
import dev.fedbytweets.core.step.ForgetProgress;
import dev.fedbytweets.core.step.ForgetStep;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.OldVersions;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.silver.MergeLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgetHandlerTest {

  private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");
  private static final String BATCH = "2026-11-29";
  private static final String POST = "1700000000000000001";
  private static final String OTHER = "1700000000000000002";
  private static final String PAGE =
      "raw/subject=coffee/date=2026-11-20/run=run-0/page-00001.json.gz";
  private static final String REQUESTED =
      "{\"request\":{\"requests\":\"state/forget-requests/2026-11-29.json\"},\"name\":\"run-1\"}";

  private final MergeLake lake = new MergeLake();
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final Context context = mock(Context.class);
  private Instant now = NOW;
  private OldVersions versions = OldVersions.NONE;

  @BeforeEach
  void fill() {
    when(context.getAwsRequestId()).thenReturn("request-1");
    when(context.getRemainingTimeInMillis()).thenReturn(900_000);
    lake.tweetsToBronze(
        List.of(
            Samples.bareTweet(POST, "coffee", PAGE, NOW),
            Samples.bareTweet(OTHER, "coffee", PAGE, NOW)));
    lake.mergeTweets();
    for (int number = 0; number < 5; number++) {
      store.writeIfAbsent("quarantine/raw/" + number, bytes("{\"id\":\"" + POST + "\"}"), Map.of());
    }
  }

  @Test
  void aRequestBecomesATombstoneAndIsDeleted() throws IOException {
    request(POST);

    ForgetProgress begun = handle(REQUESTED);
    ForgetProgress again = handle(REQUESTED);

    assertThat(begun).isEqualTo(again).isEqualTo(ForgetProgress.begun(BATCH, NOW));
    assertThat(store.list(LakeLayout.FORGET_REQUESTS, "")).isEmpty();
    assertThat(new Tombstones(store).find(BATCH).orElseThrow().requestedAt())
        .isEqualTo(NOW.minus(Duration.ofHours(21)));
    assertThat(metrics.sum(Metric.REQUEST_AGE_HOURS)).isEqualByComparingTo("42");
  }

  @Test
  void anotherRequestOfTheSameNameIsRefused() throws IOException {
    request(POST);
    ForgetProgress _ = handle(REQUESTED);
    request(OTHER);

    assertThatThrownBy(() -> handle(REQUESTED))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("there was another request '2026-11-29'");
    assertThat(store.list(LakeLayout.FORGET_REQUESTS, "")).hasSize(1);
  }

  @Test
  void identifiersInTheEventAreNamedByTheExecution() throws IOException {
    ForgetProgress begun =
        handle("{\"request\":{\"posts\":[\"%s\"]},\"name\":\"run-1\"}".formatted(POST));

    assertThat(begun).isEqualTo(ForgetProgress.begun("run-1", NOW));
    assertThat(new Tombstones(store).find("run-1")).isPresent();
  }

  @Test
  void whatIsNoRequestIsRefused() {
    assertThatThrownBy(() -> handle("{}"))
        .isInstanceOf(RejectedException.class)
        .hasMessage("the event has neither a request nor progress");
    assertThatThrownBy(() -> handle("{\"request\":{},\"name\":\"run-1\"}"))
        .isInstanceOf(RejectedException.class)
        .hasMessage("the request 'run-1' names nothing");
    assertThatThrownBy(() -> handle("{\"request\":{\"posts\":[\"@me\"]},\"name\":\"run-1\"}"))
        .isInstanceOf(RejectedException.class)
        .hasMessage("1 of the identifiers (post) are no numbers: nothing was changed");
    assertThatThrownBy(() -> handle("{\"request\":{\"requests\":\"raw/a.json\"}}"))
        .isInstanceOf(RejectedException.class)
        .hasMessage("requests must be a key such as state/forget-requests/2026-11-29.json");
    assertThatThrownBy(() -> handle(REQUESTED))
        .isInstanceOf(RejectedException.class)
        .hasMessage("there is no request to forget '2026-11-29'");
    assertThat(store.list(LakeLayout.FORGOTTEN, "")).isEmpty();
  }

  @Test
  void aSubjectGoesAndSilverIsToBeMergedAnew() throws IOException {
    store.writeIfAbsent(LakeLayout.checkpoint(new SubjectName("coffee")), bytes("{}"), Map.of());
    assertThatThrownBy(() -> handle("{\"request\":{\"subjects\":[\"cofee\"]},\"name\":\"run-1\"}"))
        .isInstanceOf(RejectedException.class)
        .hasMessage("there is no subject 'cofee' in the lake, only coffee");

    String event = "{\"request\":{\"subjects\":[\"coffee\"]},\"name\":\"run-1\"}";
    ForgetProgress progress = handle(event);
    assertThat(handle(event)).isEqualTo(progress);
    while (progress.status() != Progress.DONE) {
      assertThat(progress.mergesAnew()).isFalse();
      progress = goOn(progress);
    }

    assertThat(progress.found()).isZero();
    assertThat(progress.mergesAnew()).isTrue();
    assertThat(lake.rows(SilverDefinitions.TWEETS)).isEmpty();
    assertThat(store.list(LakeLayout.STATE + "collector/", "")).isEmpty();
    // Its checkpoint is gone by now, and the answer may have been lost.
    assertThat(handle(event).batch()).isEqualTo("run-1");
  }

  @Test
  void aRequestIsLiftedOnceAndIsNotGoneOnWith() throws IOException {
    request(POST);
    ForgetProgress begun = handle(REQUESTED);

    assertThat(handle("{\"lift\":\"2026-11-29\"}").status()).isEqualTo(Progress.DONE);
    Instant liftedAt = new Tombstones(store).find(BATCH).orElseThrow().liftedAt();
    now = now.plus(Duration.ofHours(1));
    ForgetProgress _ = handle("{\"lift\":\"2026-11-29\"}");

    assertThat(new Tombstones(store).find(BATCH).orElseThrow().liftedAt()).isEqualTo(liftedAt);
    assertThat(new Tombstones(store).forgotten().isEmpty()).isTrue();
    assertThatThrownBy(() -> goOn(begun))
        .isInstanceOf(RejectedException.class)
        .hasMessage("2026-11-29 was lifted");
    assertThatThrownBy(() -> handle("{\"lift\":\"another\"}"))
        .isInstanceOf(RejectedException.class)
        .hasMessage("there is no request to forget 'another'");
  }

  @Test
  void everythingIsDoneInPartsAndEachPartMayBeDoneTwice() throws IOException {
    request(POST);
    when(context.getRemainingTimeInMillis()).thenReturn(1);
    List<ForgetStep> steps = new ArrayList<>();
    ForgetProgress progress = handle(REQUESTED);
    while (progress.status() != Progress.DONE) {
      steps.add(progress.step());
      ForgetProgress _ = goOn(progress);
      progress = goOn(progress);
    }

    assertThat(progress.found()).isZero();
    assertThat(progress.objects()).isEqualTo(5);
    assertThat(progress.files()).isPositive();
    assertThat(steps.stream().filter(step -> step == ForgetStep.OBJECTS)).hasSize(5);
    assertThat(steps.stream().distinct()).containsExactly(ForgetStep.values());
    assertThat(lake.rows(BronzeDefinitions.TWEETS)).hasSize(1);
    assertThat(lake.rows(SilverDefinitions.TWEETS)).hasSize(1);
    ForgetReport report = report();
    assertThat(report.isClean()).isTrue();
    assertThat(report.objects()).hasSize(5);
    assertThat(report.removedRows("silver")).isOne();
    assertThat(new Tombstones(store).find(BATCH).orElseThrow().isPending()).isFalse();
  }

  @Test
  void whatOthersWriteMeanwhileIsLookedAtAgainButNotForEver() throws IOException {
    request(POST);
    ForgetProgress progress = handle(REQUESTED);
    int waits = 0;
    while (progress.status() != Progress.DONE) {
      if (progress.step() == ForgetStep.SEARCH && progress.after().isEmpty()) {
        store.writeIfAbsent("raw/late-" + waits, bytes("{\"id\":\"" + POST + "\"}"), Map.of());
      }
      progress = goOn(progress);
      if (progress.status() == Progress.WAIT) {
        waits++;
        now = now.plusSeconds(960);
        assertThat(progress.before()).isEqualTo(now.minusSeconds(960));
        assertThat(progress.step()).isEqualTo(ForgetStep.SEARCH);
      }
    }

    assertThat(waits).isEqualTo(3);
    assertThat(progress.found()).isEqualTo(1);
    assertThat(progress.foundIn()).containsExactly("raw/late-3");
    assertThat(report().isClean()).isFalse();
    assertThat(new Tombstones(store).find(BATCH).orElseThrow().isPending()).isTrue();
  }

  @Test
  void oldVersionsAreDeletedUntilNoneIsLeft() throws IOException {
    request(POST);
    List<Long> left = new ArrayList<>(List.of(3L, 1L, 0L));
    versions =
        new OldVersions() {
          @Override
          public Portion delete(String after, Instant before, Instant deadline) {
            assertThat(before).isAfter(now);
            return after.isEmpty() ? new Portion(4, "half", false) : new Portion(5, "", true);
          }

          @Override
          public Portion count(String after, Instant before, Instant deadline) {
            return new Portion(left.removeFirst(), "", true);
          }
        };

    ForgetProgress progress = handle(REQUESTED);
    while (progress.status() != Progress.DONE) {
      progress = goOn(progress);
    }

    assertThat(left).isEmpty();
    assertThat(progress.found()).isZero();
    assertThat(report().versions()).isEqualTo(27);
  }

  @Test
  void saysEverythingThatIsNotSet() {
    assertThatThrownBy(ForgetHandler::new)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("LAKE_BUCKET is not set")
        .hasMessageContaining("LAKE_ENVIRONMENT is not set");
  }

  private void request(String post) {
    new ForgetRequest(
            List.of(post),
            List.of(),
            List.of(),
            List.of(),
            "asked for",
            NOW.minus(Duration.ofHours(21)))
        .store(store, BATCH);
  }

  private ForgetProgress goOn(ForgetProgress progress) throws IOException {
    return handle(new String(StepJson.write(ForgetInput.goOn(progress)), StandardCharsets.UTF_8));
  }

  private ForgetProgress handle(String event) throws IOException {
    InstantSource clock = () -> now;
    Forget forget =
        new Forget(
            lake.tables(), store, OtherFiles.NONE, versions, new ForgetSettings(0, 3), clock);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new ForgetHandler(forget, clock, Duration.ofMinutes(4), metrics)
        .handleRequest(new ByteArrayInputStream(bytes(event)), output, context);
    return StepJson.read(
        StepJson.tree(new ByteArrayInputStream(output.toByteArray())), ForgetProgress.class);
  }

  private ForgetReport report() {
    byte[] body = store.read(LakeLayout.forgottenReport(BATCH)).orElseThrow().body();
    return StepJson.read(StepJson.tree(new ByteArrayInputStream(body)), ForgetReport.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
