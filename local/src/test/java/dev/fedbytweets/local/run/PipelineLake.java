package dev.fedbytweets.local.run;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The whole system in memory, from the X stand-in to silver, every operation of which can break.
final class PipelineLake implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(new SubjectName("coffee"), "coffee OR espresso", 250, null, null),
          new Subject(new SubjectName("tea"), "tea OR coffee"));

  private static final Set<String> NAMED_BY_RUN = Set.of("fileName", "runId", "importDate");

  private final FaultInjector faults = new FaultInjector();
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final ObjectStore faulty = new FaultyObjectStore(store, faults);
  private final LakeTables tables = FaultyCatalog.emptyLake(faults);
  private final XStandIn x;

  /// @param postsPerHour of the made-up world
  PipelineLake(int postsPerHour) {
    x =
        XStandIn.start(
            StandInRules.USUAL
                .withClock(InstantSource.fixed(START))
                .withPosts(MadeUpPosts.seeded(3).withPostsPerHour(postsPerHour)));
  }

  FaultInjector faults() {
    return faults;
  }

  XStandIn x() {
    return x;
  }

  ObjectStore store() {
    return store;
  }

  /// One run to its end, waits taking no time.
  ExecutionResult run(String name) throws InterruptedException {
    // Without overlap a second run adds no rows, however often the first one was killed.
    GetTweetsConfig config =
        GetTweetsConfig.of(Map.of("X_API_URL", x.uri().toString(), "X_WINDOW_OVERLAP", "PT0S"));
    TokenSource token = TokenSource.fixed(StandInRules.USUAL.token());
    GetTweets getTweets =
        new GetTweets(
            config, faulty, new XSdkClient(config.x(), token, x.clock()), x.clock(), Metrics.NONE);
    Ingest ingest =
        new Ingest(
            faulty, tables, Optional.of(getTweets), x.clock(), this::pass, ExecutionListener.NONE);
    return ingest.run(new Run(new RunName(name), START), SUBJECTS);
  }

  /// Every table's rows without what depends on the names of runs and the time of processing.
  Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (TableDefinition<?> table : TableDefinitions.ALL) {
      rows.put(
          table.toString(),
          TableContents.of(tables.table(table), table).stream()
              .map(PipelineLake::comparable)
              .sorted()
              .toList());
    }
    return rows;
  }

  @Override
  public void close() {
    x.close();
  }

  private void pass(Instant until) {
    if (until.isAfter(x.clock().instant())) {
      x.setTime(until);
    }
  }

  private static String comparable(Record row) {
    return Arrays.stream(row.getClass().getRecordComponents())
        .filter(component -> !NAMED_BY_RUN.contains(component.getName()))
        .map(component -> component.getName() + "=" + value(row, component))
        .collect(Collectors.joining(", "));
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
