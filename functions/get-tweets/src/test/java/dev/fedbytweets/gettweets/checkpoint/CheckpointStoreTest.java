package dev.fedbytweets.gettweets.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.PageContents;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.PageRequest;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.gettweets.x.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointStoreTest {

  private static final String KEY = "state/collector/coffee.json";
  private static final SubjectName COFFEE = new SubjectName("coffee");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final RunName RUN = new RunName("second");
  private static final Checkpoint FULL =
      new Checkpoint(
          COFFEE,
          new Coverage(
              2123680808885686271L,
              NOON.minusSeconds(30),
              2123680557227540479L,
              List.of(2123680808885686271L, 2123680708885686271L),
              List.of(
                  new Gap(
                      NOON.minusSeconds(7200),
                      NOON.minusSeconds(3600),
                      2123620410987397119L,
                      2123635510461005824L,
                      Gap.BEYOND_SEARCH,
                      NOON,
                      RUN)),
              "coffee"),
          new Window(
              new SearchCriteria(2123680808885686271L, null, "(coffee OR espresso) lang:en", 100),
              NOON,
              RUN,
              Duration.ofMinutes(1),
              NOON.minusSeconds(86_400),
              new WindowProgress(
                  NOON.minusMillis(29_500),
                  2123690808885686271L,
                  2123681808885686271L,
                  "b26v89c19zqg8o3f",
                  2,
                  200,
                  List.of(-17, 42),
                  List.of(2123690808885686271L),
                  NOON.minusSeconds(5))),
          new CollectingRun(
              RUN,
              LocalDate.of(2026, 11, 21),
              7,
              2,
              new RunTotals(2, 200, 150, 1, 14L, 1L, 1, 100L, 9L),
              Vocabulary.POST,
              false),
          new Lease(new LeaseHolder("2f1c9a4e"), NOON.plusSeconds(60)),
          1,
          new PostCounts(
              new TreeMap<>(Map.of(YearMonth.of(2026, 10), 4800L, YearMonth.of(2026, 11), 200L)),
              new TreeMap<>(Map.of(LocalDate.of(2026, 11, 21), 150L)),
              new TreeMap<>(Map.of(YearMonth.of(2026, 11), 9L))));

  private static final String JSON =
      """
      {
        "version" : 1,
        "subject" : "coffee",
        "since_id" : 2123680808885686271,
        "collected_until" : "2026-11-21T11:59:30Z",
        "overlaps_from" : 2123680557227540479,
        "overlap_ids" : [ 2123680808885686271, 2123680708885686271 ],
        "query" : "coffee",
        "window" : {
          "since_id" : 2123680808885686271,
          "query" : "(coffee OR espresso) lang:en",
          "page_size" : 100,
          "opened_at" : "2026-11-21T12:00:00Z",
          "opened_by" : "second",
          "overlap" : "PT1M",
          "from" : "2026-11-20T12:00:00Z",
          "searched_until" : "2026-11-21T11:59:30.500Z",
          "newest_id" : 2123690808885686271,
          "oldest_id" : 2123681808885686271,
          "next_token" : "b26v89c19zqg8o3f",
          "pages" : 2,
          "posts" : 200,
          "followed_tokens" : [ -17, 42 ],
          "recent_ids" : [ 2123690808885686271 ],
          "unreadable_since" : "2026-11-21T11:59:55Z"
        },
        "run" : {
          "name" : "second",
          "date" : "2026-11-21",
          "journal_entry" : 7,
          "last_page" : 2,
          "pages" : 2,
          "posts" : 200,
          "users" : 150,
          "partial_errors" : 1,
          "repeated" : 14,
          "late" : 1,
          "unreadable_pages" : 1,
          "unreadable_posts" : 100,
          "media" : 9,
          "vocabulary" : "post",
          "complete" : false
        },
        "lease" : {
          "holder" : "2f1c9a4e",
          "until" : "2026-11-21T12:01:00Z"
        },
        "throttled" : 1,
        "months" : {
          "2026-10" : 4800,
          "2026-11" : 200
        },
        "days" : {
          "2026-11-21" : 150
        },
        "media" : {
          "2026-11" : 9
        },
        "gaps" : [ {
          "from" : "2026-11-21T10:00:00Z",
          "to" : "2026-11-21T11:00:00Z",
          "since_id" : 2123620410987397119,
          "until_id" : 2123635510461005824,
          "reason" : "beyond_search",
          "recorded_at" : "2026-11-21T12:00:00Z",
          "run" : "second"
        } ]
      }\
      """;

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final CheckpointStore checkpoints = new CheckpointStore(store);

  @Test
  void isReadableJson() {
    checkpoints.open(COFFEE).save(FULL);

    assertThat(new String(store.read(KEY).orElseThrow().body(), StandardCharsets.UTF_8))
        .isEqualTo(JSON);
  }

  @Test
  void readsWhatItWrote() {
    write(JSON);

    assertThat(checkpoints.read(COFFEE)).contains(FULL);
  }

  @Test
  void readsTheFirstOne() {
    checkpoints.open(COFFEE).save(Checkpoint.start(COFFEE));

    assertThat(checkpoints.read(COFFEE)).contains(Checkpoint.start(COFFEE));
  }

  @Test
  void readsOneBetweenWindows() {
    write(
        """
        {
          "version" : 1,
          "subject" : "coffee",
          "since_id" : 2123680808885686271,
          "collected_until" : "2026-11-21T11:59:30Z",
          "run" : {
            "name" : "second",
            "date" : "2026-11-21",
            "journal_entry" : 1,
            "last_page" : 3,
            "pages" : 3,
            "posts" : 0,
            "users" : 0,
            "partial_errors" : 0,
            "complete" : true
          },
          "throttled" : 0,
          "months" : { },
          "gaps" : [ ]
        }
        """);

    assertThat(checkpoints.read(COFFEE))
        .contains(
            Checkpoint.start(COFFEE)
                .with(Coverage.of(2123680808885686271L, NOON.minusSeconds(30), List.of()))
                .withRun(
                    new CollectingRun(
                        RUN,
                        LocalDate.of(2026, 11, 21),
                        1,
                        3,
                        new RunTotals(3, 0, 0, 0, 0L, 0L, 0, 0L, 0L),
                        null,
                        true)));
  }

  @Test
  void readsOneThatWasWrittenBeforeAnyPage() {
    write(
        """
        {
          "version" : 1,
          "subject" : "coffee",
          "window" : {
            "query" : "(coffee OR espresso) lang:en",
            "page_size" : 100,
            "opened_at" : "2026-11-21T12:00:00Z",
            "opened_by" : "second",
            "pages" : 0,
            "posts" : 0
          },
          "lease" : {
            "holder" : "2f1c9a4e",
            "until" : "2026-11-21T12:01:00Z"
          },
          "throttled" : 0,
          "months" : { },
          "gaps" : [ ]
        }
        """);

    assertThat(checkpoints.read(COFFEE))
        .contains(
            Checkpoint.start(COFFEE)
                .withWindow(
                    Window.opened(
                        new SearchCriteria(null, null, "(coffee OR espresso) lang:en", 100),
                        NOON,
                        RUN,
                        Duration.ZERO,
                        null))
                .withLease(new Lease(new LeaseHolder("2f1c9a4e"), NOON.plusSeconds(60))));
  }

  @Test
  void anUnknownSubjectHasNone() {
    assertThat(checkpoints.read(COFFEE)).isEmpty();
    assertThat(checkpoints.open(COFFEE).checkpoint()).isEqualTo(Checkpoint.start(COFFEE));
  }

  @Test
  void ignoresWhatItDoesNotKnow() {
    write(JSON.replace("\"throttled\" : 1", "\"throttled\" : 1, \"mood\" : {\"good\" : true}"));

    assertThat(checkpoints.read(COFFEE)).contains(FULL);
  }

  @Test
  void aNewerVersionIsNotTouched() {
    write(JSON.replace("\"version\" : 1", "\"version\" : 2"));

    assertThatThrownBy(() -> checkpoints.open(COFFEE))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage(
            "memory:state/collector/coffee.json was written by a newer version of Fed By Tweets:"
                + " update this one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"version\":1,\"subject\":\"NO\"}"})
  void whatIsNoCheckpointIsNamed(String text) {
    write(text);

    assertThatThrownBy(() -> checkpoints.read(COFFEE))
        .isInstanceOf(RejectedException.class)
        .hasMessage("memory:state/collector/coffee.json is not a checkpoint");
  }

  @Test
  void movesOnAndOnUntilSomeoneElseDoes() {
    SavedCheckpoint mine = checkpoints.open(COFFEE);
    mine.save(FULL);
    mine.save(FULL.withThrottled(2));
    SavedCheckpoint theirs = checkpoints.open(COFFEE);
    mine.save(FULL.withThrottled(3));

    assertThatThrownBy(() -> theirs.save(FULL.withThrottled(9)))
        .isInstanceOf(RetryableException.class)
        .hasMessage("memory:state/collector/coffee.json was moved by another invocation meanwhile");
    assertThat(checkpoints.read(COFFEE)).contains(FULL.withThrottled(3));
    assertThat(theirs.checkpoint()).isEqualTo(FULL.withThrottled(2));
  }

  @Test
  void oneOfTwoBeginsASubject() {
    SavedCheckpoint mine = checkpoints.open(COFFEE);
    SavedCheckpoint theirs = checkpoints.open(COFFEE);
    mine.save(FULL);

    assertThatThrownBy(() -> theirs.save(FULL)).isInstanceOf(RetryableException.class);
  }

  @Test
  void readsWindowsThatDoNotKnowTheirTokens() {
    write(JSON.replaceFirst(",\\s*\"followed_tokens\" : \\[ -17, 42 \\]", ""));

    Checkpoint checkpoint = checkpoints.read(COFFEE).orElseThrow();

    assertThat(checkpoint.currentWindow().progress().followedTokens()).isEmpty();
    assertThat(checkpoint.currentWindow().progress().nextToken()).isEqualTo("b26v89c19zqg8o3f");
  }

  @Test
  void readsThoseFromBeforeMediaWereAskedFor() {
    String old =
        JSON.replaceAll(" *\"media\" : \\d+,\n", "").replaceFirst(" *\"media\" : \\{[^}]*},\n", "");
    write(old);

    Checkpoint checkpoint = checkpoints.read(COFFEE).orElseThrow();

    assertThat(old).doesNotContain("media");
    assertThat(checkpoint.run().totals().media()).isZero();
    assertThat(checkpoint.posts().totalMedia()).isZero();
    assertThat(checkpoint.posts().total()).isEqualTo(5000);
  }

  @Test
  void readsThoseFromBeforeWindowsOverlapped() {
    String old =
        JSON.replaceAll(" *\"(overlaps_from|overlap_ids|overlap|repeated|late)\" : .*,\n", "")
            .replaceFirst(",\\s*\"recent_ids\" : \\[ \\d+ ]", "");
    write(old);

    Checkpoint checkpoint = checkpoints.read(COFFEE).orElseThrow();

    assertThat(old).doesNotContain("overlap", "recent", "repeated", "late");
    assertThat(checkpoint.coverage())
        .isEqualTo(
            new Coverage(
                FULL.coverage().newestId(),
                FULL.coverage().until(),
                null,
                List.of(),
                FULL.coverage().gaps(),
                "coffee"));
    assertThat(checkpoint.currentWindow().nextOverlap()).isEqualTo(Duration.ZERO);
    assertThat(checkpoint.run().totals())
        .isEqualTo(new RunTotals(2, 200, 150, 1, 0L, 0L, 1, 100L, 9L));
  }

  @Test
  void readsThoseFromBeforeDaysWereCounted() {
    String old =
        JSON.replaceFirst("\"days\" : \\{[^}]*},\\s*", "")
            .replaceFirst("\"query\" : \"coffee\",\\s*", "")
            .replaceFirst("\"from\" : \"2026-11-20T12:00:00Z\",\\s*", "");
    write(old);

    Checkpoint checkpoint = checkpoints.read(COFFEE).orElseThrow();

    assertThat(old).doesNotContain("days", "\"coffee\",\n  \"window\"", "2026-11-20");
    assertThat(checkpoint.posts().months()).isEqualTo(FULL.posts().months());
    assertThat(checkpoint.posts().onDayOf(NOON)).isZero();
    assertThat(checkpoint.coverage().query()).isNull();
    assertThat(checkpoint.currentWindow().from()).isNull();
  }

  @Test
  void countsPostsByTheMonthInWhichTheyWereAskedForAndKeepsTwoYears() {
    Checkpoint checkpoint = FULL;
    for (int month = 0; month < 30; month++) {
      checkpoint = checkpoint.applying(page(YearMonth.of(2027, 1).plusMonths(month), 5));
    }

    assertThat(checkpoint.posts().months())
        .hasSize(24)
        .containsEntry(YearMonth.of(2029, 6), 5L)
        .doesNotContainKey(YearMonth.of(2027, 6));
    assertThat(checkpoint.posts().days())
        .hasSize(7)
        .containsEntry(LocalDate.of(2029, 6, 1), 5L)
        .doesNotContainKey(LocalDate.of(2028, 11, 1));
  }

  private static StoredPage page(YearMonth month, int posts) {
    Instant time = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    PageMetadata metadata =
        new PageMetadata(
            time,
            true,
            "0",
            200,
            new PageRequest(time, "q", null, null, "a", 100, "post"),
            new PageContents("b", null, null, posts, 0, 0, 0),
            RateLimit.UNKNOWN);
    return new StoredPage(metadata, List.of(), StoredPage.End.SAID);
  }

  private void write(String json) {
    store.writeIfAbsent(KEY, json.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
