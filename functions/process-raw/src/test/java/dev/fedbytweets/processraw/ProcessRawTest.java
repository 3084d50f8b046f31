package dev.fedbytweets.processraw;

import static dev.fedbytweets.processraw.PageLake.COFFEE;
import static dev.fedbytweets.processraw.PageLake.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessRawTest {

  private final PageLake lake = new PageLake();

  @Test
  void bringsThePagesOfAllSubjectsIntoTheFourTables() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 2);
    lake.announce(TEA, "r1", 1);
    lake.store(TEA, "r1", 1);

    ProcessRawOutput output = lake.process("r1");

    assertThat(output.status()).isEqualTo(Progress.DONE);
    assertThat(output.pages()).isEqualTo(3);
    assertThat(output.tweets()).isEqualTo(new Counts(6, 3, 3, 0));
    assertThat(output.users()).isEqualTo(new Counts(3, 3, 0, 0));
    assertThat(output.places()).isEqualTo(new Counts(1, 1, 0, 0));
    assertThat(output.media()).isEqualTo(new Counts(1, 1, 0, 0));
    assertThat(output.hasMedia()).isTrue();
    assertThat(fileNames())
        .containsExactly(
            "subject=coffee/date=2026-11-21/run=r1/page-00001.json.gz",
            "subject=coffee/date=2026-11-21/run=r1/page-00002.json.gz",
            "subject=tea/date=2026-11-21/run=r1/page-00001.json.gz");
  }

  @Test
  void whatIsInBronzeIsNotBroughtAgain() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    ProcessRawOutput first = lake.process("r1");

    ProcessRawOutput second = lake.process("r1");

    assertThat(second.pages()).isZero();
    assertThat(second.tweets()).isEqualTo(first.tweets());
    assertThat(lake.tweets()).hasSize(1);
  }

  @Test
  void aHistoryThatOthersExpiredIsFoundOutFromTheRows() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 2);
    lake.store(COFFEE, "r1", 3);
    lake.announce(TEA, "r1", 1);
    lake.store(TEA, "r1", 1);
    lake.process("r1");
    lake.commitAndExpireAsOthersDo();
    List<Tweet> before = lake.tweets();
    lake.announce(COFFEE, "r2", 1);
    lake.store(COFFEE, "r2", 1);

    lake.process("r2");

    assertThat(lake.tweets()).hasSize(5).containsAll(before);
    assertThat(lake.users()).hasSize(5);
    assertThat(lake.places()).hasSize(1);
    assertThat(lake.media()).hasSize(1);
    assertThat(lake.process("r2").pages()).isZero();
  }

  @Test
  void aTableThatTheLakeDidNotHaveTakesTheOldPagesToo() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 2);
    lake.process("r1");
    lake.forget(BronzeDefinitions.MEDIA);
    List<Tweet> before = lake.tweets();
    lake.announce(COFFEE, "r2", 1);
    lake.store(COFFEE, "r2", 1);

    ProcessRawOutput output = lake.process("r2", 1, Instant.MAX);

    assertThat(lake.media()).extracting(Medium::fileName).containsExactly(fileNames().get(1));
    assertThat(output.pages()).isEqualTo(3);
    assertThat(output.tweets()).isEqualTo(new Counts(2, 1, 1, 0));
    assertThat(lake.tweets()).hasSize(3).containsAll(before);
    assertThat(lake.process("r3").pages()).isZero();
  }

  @Test
  void aRunWithoutMediaKnowsOfThoseOfEarlierRuns() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);

    assertThat(lake.process("r1").hasMedia()).isFalse();

    lake.store(COFFEE, "r1", 2);
    lake.process("r1");
    lake.announce(COFFEE, "r2", 1);
    lake.store(COFFEE, "r2", 1);
    ProcessRawOutput output = lake.process("r2");

    assertThat(output.media()).isEqualTo(Counts.NONE);
    assertThat(output.hasMedia()).isTrue();
  }

  @Test
  void aLaterRunBringsWhatADeadOneLeft() {
    lake.announce(COFFEE, "dead", 1);
    lake.store(COFFEE, "dead", 1);
    lake.announce(COFFEE, "r2", 1);
    lake.store(COFFEE, "r2", 1);

    lake.process("r2");

    assertThat(lake.tweets()).extracting(Tweet::runId).containsExactly("dead", "r2");
  }

  @Test
  void aRunThatGoesOnAfterALaterOneKeepsEachPageOnce() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    lake.announce(COFFEE, "r2", 1);
    lake.store(COFFEE, "r2", 1);
    lake.process("r2");
    lake.announce(COFFEE, "r1", 2);
    lake.store(COFFEE, "r1", 2);
    lake.store(COFFEE, "r1", 3);

    lake.process("r1");
    lake.process("r3");

    assertThat(fileNames()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void twoEntriesOfOneRunThatAreReadTogetherShareNoPage() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    lake.announce(COFFEE, "r2", 1);
    lake.announce(COFFEE, "r1", 2);
    lake.store(COFFEE, "r1", 2);

    lake.process("r1");

    assertThat(fileNames()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aPageThatWasAnnouncedAndNeverStoredIsPassed() {
    PageKey stored = new PageKey(COFFEE, PageLake.DATE, PageKey.IMPORTED, "a".repeat(64));
    PageKey missing = new PageKey(COFFEE, PageLake.DATE, PageKey.IMPORTED, "b".repeat(64));
    lake.announce(COFFEE, List.of(missing, stored));
    lake.storeBytes(stored, PageLake.gzip("{\"data\":[{\"id\":\"1\"}]}"));

    ProcessRawOutput output = lake.process("r1");

    assertThat(output.pages()).isEqualTo(1);
    assertThat(lake.tweets()).hasSize(1);
  }

  @Test
  void aPageThatIsAnnouncedAgainBecauseItWasMissingIsTakenOnce() {
    PageKey first = new PageKey(COFFEE, PageLake.DATE, PageKey.IMPORTED, "a".repeat(64));
    PageKey second = new PageKey(COFFEE, PageLake.DATE, PageKey.IMPORTED, "b".repeat(64));
    lake.announce(COFFEE, List.of(first, second));
    lake.storeBytes(second, PageLake.gzip("{\"data\":[{\"id\":\"2\"}]}"));
    lake.announce(COFFEE, List.of(first));
    lake.storeBytes(first, PageLake.gzip("{\"data\":[{\"id\":\"1\"}]}"));

    lake.process("r1", 1, Instant.MAX);

    assertThat(lake.tweets()).extracting(Tweet::id).containsExactly("1", "2");
  }

  @Test
  void aPageThatIsAnnouncedAgainAfterItWasPassedIsTaken() {
    PageKey page = new PageKey(COFFEE, PageLake.DATE, PageKey.IMPORTED, "a".repeat(64));
    lake.announce(COFFEE, List.of(page));
    lake.process("r1");
    lake.announce(COFFEE, List.of(page));
    lake.storeBytes(page, PageLake.gzip("{\"data\":[{\"id\":\"1\"}]}"));

    lake.process("r1");
    lake.process("r1");

    assertThat(lake.tweets()).extracting(Tweet::id).containsExactly("1");
  }

  @Test
  void aBrokenPageIsQuarantinedAndTheRestGoesIn() {
    lake.announce(COFFEE, "r1", 1);
    lake.storeBytes(PageLake.key(COFFEE, "r1", 1), "no gzip".getBytes(StandardCharsets.UTF_8));
    lake.storeBytes(PageLake.key(COFFEE, "r1", 2), PageLake.gzip("{\"data\":["));
    lake.store(COFFEE, "r1", 3);

    ProcessRawOutput output = lake.process("r1");

    assertThat(output.brokenPages()).isEqualTo(2);
    assertThat(fileNames())
        .containsExactly("subject=coffee/date=2026-11-21/run=r1/page-00003.json.gz");
    assertThat(quarantined())
        .containsExactly(
            "quarantine/bronze.tweets/subject=coffee/date=2026-11-21/run=r1/page-00001.jsonl.gz",
            "quarantine/bronze.tweets/subject=coffee/date=2026-11-21/run=r1/page-00002.jsonl.gz",
            "quarantine/bronze.tweets/subject=coffee/date=2026-11-21/run=r1/page-00003.jsonl.gz");
    assertThat(lake.metrics().count(Metric.ROWS_QUARANTINED)).isEqualTo(3);
  }

  @Test
  void withoutTimeItTakesAPageAndSaysThatThereIsMore() {
    lake.announce(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 1);
    lake.store(COFFEE, "r1", 2);

    ProcessRawOutput first = lake.process("r1", 1000, Instant.MIN);
    ProcessRawOutput second = lake.process("r1", 1000, Instant.MIN);

    assertThat(first.status()).isEqualTo(Progress.MORE);
    assertThat(second.status()).isEqualTo(Progress.DONE);
    assertThat(second.tweets().written()).isEqualTo(2);
    assertThat(lake.tweets()).hasSize(2);
  }

  @Test
  void attemptsThatRaceBringEachPageOnce() throws Exception {
    lake.announce(COFFEE, "r1", 1);
    for (int page = 1; page <= 20; page++) {
      lake.store(COFFEE, "r1", page);
    }
    List<Callable<ProcessRawOutput>> attempts =
        List.of(() -> retried("r1", 3), () -> retried("r2", 4));

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<ProcessRawOutput> attempt : threads.invokeAll(attempts)) {
        assertThat(attempt.get().status()).isEqualTo(Progress.DONE);
      }
    }

    assertThat(fileNames()).hasSize(20).doesNotHaveDuplicates();
    assertThat(lake.users()).hasSize(20);
    assertThat(lake.places()).hasSize(10);
    assertThat(lake.metrics().count(Metric.ROWS_QUARANTINED)).isEqualTo(20);
  }

  /// As the state machine does: an attempt may be overtaken too often.
  private ProcessRawOutput retried(String run, int pagesAtOnce) {
    while (true) {
      try {
        return lake.process(run, pagesAtOnce, Instant.MAX);
      } catch (RetryableException _) {
        Thread.onSpinWait();
      }
    }
  }

  private List<String> fileNames() {
    return lake.tweets().stream().map(Tweet::fileName).toList();
  }

  private List<String> quarantined() {
    try (Stream<String> keys = lake.store().list("quarantine/", "")) {
      return keys.toList();
    }
  }
}
