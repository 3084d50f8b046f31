package dev.fedbytweets.gettweets;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CheckpointStore;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.x.AttachedMedia;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.Vocabulary;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.gettweets.x.XSearch;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xclient.XResponse;
import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.RateRule;
import dev.fedbytweets.xstandin.SettableClock;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.PageShape;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import dev.fedbytweets.xstandin.endpoint.SearchRules.Reach;
import dev.fedbytweets.xstandin.posts.ListedPosts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A lake in memory under a clock that stands still, with one subject, `coffee`.
final class MemoryLake {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final SubjectName COFFEE = new SubjectName("coffee");
  static final LeaseHolder HOLDER = new LeaseHolder("here");

  static final RateLimit PLENTY = new RateLimit(450, 449, null);

  private static final JsonMapper JSON = new JsonMapper();
  private static final RateRule NO_LIMIT = new RateRule(Integer.MAX_VALUE, Duration.ofDays(1000));
  private static final String SEARCH = "/2/tweets/search/recent";
  private static final String POST_FIELDS = "post.fields";
  private static final String TWEET_FIELDS = "tweet.fields";
  private static final String OVERLAP = "X_WINDOW_OVERLAP";
  private static final int MOST_INVOCATIONS = 200;

  /// The posts that X has.
  final ListedPosts posts = new ListedPosts();

  final SettableClock clock = new SettableClock(NOON);
  final XStandIn standIn;

  /// X without HTTP.
  final XSearch direct;

  final MemoryObjectStore store = new MemoryObjectStore();
  final RecordedMetrics metrics = new RecordedMetrics();

  /// Windows do not overlap, so that what is stored twice is a fault.
  GetTweetsConfig config = GetTweetsConfig.of(Map.of(OVERLAP, "PT0S"));

  Subject subject = new Subject(COFFEE, "(coffee OR espresso) lang:en");
  XSearch x;
  private int largestPage = Integer.MAX_VALUE;

  MemoryLake() {
    this("made-up");
  }

  /// @param token that X accepts
  MemoryLake(String token) {
    this(token, Reach.OF_THE_SEARCH);
  }

  /// @param reach how far back the pages of a token reach
  MemoryLake(Reach reach) {
    this("made-up", reach);
  }

  private MemoryLake(String token, Reach reach) {
    PageShape shape = (page, asked) -> Math.min(asked, largestPage);
    this.standIn =
        new XStandIn(
            StandInRules.USUAL
                .withToken(token)
                .withClock(clock)
                .withPosts(posts)
                .withSearch(SearchRules.USUAL.shaped(shape).reaching(reach))
                .withSearchRate(NO_LIMIT));
    this.direct = direct(standIn);
    this.x = direct;
  }

  /// X without HTTP, for tests that ask many times.
  static XSearch direct(XStandIn standIn) {
    return request -> {
      Map<String, String> parameters = new HashMap<>();
      parameters.put("query", request.query());
      parameters.put("max_results", Integer.toString(request.pageSize()));
      parameters.put(request.vocabulary() == Vocabulary.POST ? POST_FIELDS : TWEET_FIELDS, "id");
      parameters.put("expansions", "author_id");
      if (request.media() == AttachedMedia.EXPANDED) {
        parameters.put("expansions", "author_id,attachments.media_keys");
        parameters.put("media.fields", "alt_text");
      }
      putIfSet(parameters, "since_id", request.sinceId());
      putIfSet(parameters, "until_id", request.untilId());
      putIfSet(parameters, "next_token", request.token());
      Instant requestedAt = standIn.clock().instant();
      Answer answer = standIn.answer(SEARCH, parameters);
      Instant now = standIn.clock().instant();
      return new XResponse(answer.status(), answer.body(), PLENTY, requestedAt, now, now);
    };
  }

  private static void putIfSet(Map<String, String> parameters, String name, Object value) {
    if (value != null) {
      parameters.put(name, value.toString());
    }
  }

  /// X over HTTP, on a free port; to be closed.
  XStandIn listening() {
    standIn.listen(0);
    return standIn;
  }

  /// The same, and the lake asks it from now on through X's SDK.
  XStandIn connected() {
    listening();
    set("X_API_URL", standIn.uri().toString());
    x = new XSdkClient(config.x(), TokenSource.fixed("made-up"), clock);
    return standIn;
  }

  /// From now on X gives no page more posts than this, however many are asked for.
  void giveAtMost(int count) {
    largestPage = count;
  }

  /// The requests that X answered with a page of its posts.
  List<SearchRequest> answered() {
    return standIn.log().requests().stream()
        .filter(LoggedRequest::gavePage)
        .map(LoggedRequest::parameters)
        .map(
            asked ->
                new SearchRequest(
                    asked.get("query"),
                    id(asked.get("since_id")),
                    id(asked.get("until_id")),
                    asked.get("next_token"),
                    Integer.parseInt(asked.get("max_results")),
                    asked.containsKey(POST_FIELDS) ? Vocabulary.POST : Vocabulary.TWEET,
                    asked.containsKey("media.fields")
                        ? AttachedMedia.EXPANDED
                        : AttachedMedia.LEFT_OUT))
        .toList();
  }

  private static Long id(String text) {
    return text == null ? null : Long.valueOf(text);
  }

  void set(String name, String value) {
    Map<String, String> environment = new HashMap<>(Map.of(OVERLAP, "PT0S"));
    environment.put(name, value);
    config = GetTweetsConfig.of(environment);
  }

  void limit(Integer perRun, Integer perMonth) {
    limit(perRun, null, perMonth);
  }

  void limit(Integer perRun, Integer perDay, Integer perMonth) {
    subject = new Subject(COFFEE, subject.query(), perRun, perDay, perMonth, subject.from(), null);
  }

  void ask(String query) {
    subject =
        new Subject(
            COFFEE,
            query,
            subject.maxPostsPerRun(),
            subject.maxPostsPerDay(),
            subject.maxPostsPerMonth(),
            subject.from(),
            subject.media());
  }

  /// @param time null for where the last window ended
  void searchFrom(Instant time) {
    subject = subject.searchedFrom(time);
  }

  GetTweets getTweets(ObjectStore other) {
    return new GetTweets(config, other, x, clock, metrics);
  }

  /// A run that starts now.
  Run run(String name) {
    return new Run(new RunName(name), clock.instant());
  }

  /// One invocation of a run that started at noon.
  GetTweetsOutput collect(String run) {
    return collect(run, HOLDER, Instant.MAX);
  }

  GetTweetsOutput collect(String run, LeaseHolder holder, Instant deadline) {
    return getTweets(store).collect(input(run), holder, deadline);
  }

  GetTweetsInput input(String run) {
    return new GetTweetsInput(new Run(new RunName(run), NOON), subject);
  }

  /// As the state machine does it: again and again, and after the time that it is told.
  GetTweetsOutput collectToEnd(String run) {
    return collectToEnd(run, store);
  }

  GetTweetsOutput collectToEnd(String run, ObjectStore other) {
    for (int i = 0; i < MOST_INVOCATIONS; i++) {
      GetTweetsOutput output = getTweets(other).collect(input(run), HOLDER, Instant.MAX);
      if (output.status() == Progress.DONE) {
        return output;
      }
      if (output.status() == Progress.WAIT) {
        clock.set(output.resumeAt());
      }
    }
    throw new AssertionError("no end after %d invocations".formatted(MOST_INVOCATIONS));
  }

  Checkpoint checkpoint() {
    return new CheckpointStore(store).read(COFFEE).orElseThrow();
  }

  List<String> keys(String prefix) {
    try (Stream<String> keys = store.list(prefix, "")) {
      return keys.toList();
    }
  }

  List<PageKey> pages() {
    return keys("raw/").stream().map(PageKey::ofKey).toList();
  }

  PageMetadata metadata(PageKey page) {
    return PageMetadata.ofMap(page.key(), stored(page).metadata());
  }

  byte[] body(PageKey page) {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(stored(page).body()))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The posts of all stored pages, with repeats.
  List<Long> storedPosts() {
    List<Long> ids = new ArrayList<>();
    for (PageKey page : pages()) {
      try {
        JSON.readTree(body(page)).path("data").forEach(post -> ids.add(post.path("id").asLong()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ids;
  }

  Journal journal() {
    return new Journal(store);
  }

  static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }

  private StoredObject stored(PageKey page) {
    return store.read(page.key()).orElseThrow();
  }
}
