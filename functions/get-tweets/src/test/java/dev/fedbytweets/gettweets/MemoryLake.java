package dev.fedbytweets.gettweets;

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
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.CheckpointStore;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.doubles.SettableClock;
import dev.fedbytweets.gettweets.doubles.Timeline;
import dev.fedbytweets.gettweets.x.XSearch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A lake in memory under a clock that stands still, with one subject, `coffee`.
final class MemoryLake {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final SubjectName COFFEE = new SubjectName("coffee");
  static final LeaseHolder HOLDER = new LeaseHolder("here");

  private static final Pattern ID = Pattern.compile("\"id\":\"(\\d{15,})\"");
  private static final int MOST_INVOCATIONS = 200;

  final SettableClock clock = new SettableClock(NOON);
  final Timeline timeline = new Timeline(clock);
  final MemoryObjectStore store = new MemoryObjectStore();
  final RecordedMetrics metrics = new RecordedMetrics();
  GetTweetsConfig config = GetTweetsConfig.of(Map.of());
  Subject subject = new Subject(COFFEE, "(coffee OR espresso) lang:en", null, null);
  XSearch x = timeline;

  void set(String name, String value) {
    config = GetTweetsConfig.of(Map.of(name, value));
  }

  void limit(Integer perRun, Integer perMonth) {
    subject = new Subject(COFFEE, subject.query(), perRun, perMonth);
  }

  void ask(String query) {
    subject = new Subject(COFFEE, query, subject.maxPostsPerRun(), subject.maxPostsPerMonth());
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
      Matcher matcher = ID.matcher(new String(body(page), StandardCharsets.UTF_8));
      while (matcher.find()) {
        ids.add(Long.valueOf(matcher.group(1)));
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
