package dev.fedbytweets.local.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.IngestTask;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsHandler;
import dev.fedbytweets.processraw.ProcessRaw;
import dev.fedbytweets.processraw.ProcessRawConfig;
import dev.fedbytweets.processraw.ProcessRawHandler;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.StateMachineRunner;
import dev.fedbytweets.states.Waiter;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tosilver.ToSilver;
import dev.fedbytweets.tosilver.ToSilverConfig;
import dev.fedbytweets.tosilver.ToSilverHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Executes the state machine over a lake, with the handlers that AWS runs.
public final class Ingest {

  /// The part of a function's time that it keeps for ending.
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final ObjectStore store;
  private final LakeTables tables;
  private final Optional<GetTweets> getTweets;
  private final InstantSource clock;
  private final Waiter waiter;
  private final ExecutionListener listener;

  /// @param getTweets empty if nothing will be collected
  /// @param waiter lets time pass; must agree with `clock`
  /// @param listener receives the events of the run
  public Ingest(
      ObjectStore store,
      LakeTables tables,
      Optional<GetTweets> getTweets,
      InstantSource clock,
      Waiter waiter,
      ExecutionListener listener) {
    this.store = store;
    this.tables = tables;
    this.getTweets = getTweets;
    this.clock = clock;
    this.waiter = waiter;
    this.listener = listener;
  }

  /// Collects the subjects, and brings all stored pages into the tables.
  ///
  /// @param subjects none to work on stored pages only
  /// @throws InterruptedException if the thread is interrupted; the next run continues from there
  public ExecutionResult run(Run run, List<Subject> subjects) throws InterruptedException {
    ObjectNode input = StepJson.MAPPER.createObjectNode();
    input.set("subjects", StepJson.MAPPER.valueToTree(subjects));
    return new StateMachineRunner(new LocalFunctions(handlers()), waiter, clock, listener)
        .run(Definition.machine(), run.name().value(), run.startedAt(), input);
  }

  private Map<String, RequestStreamHandler> handlers() {
    Map<String, RequestStreamHandler> handlers = new HashMap<>();
    ProcessRaw processRaw =
        new ProcessRaw(
            tables,
            store,
            clock,
            ProcessRawConfig.PAGES_AT_ONCE,
            Metrics.NONE,
            new Tombstones(store)::forgotten);
    ToSilver toSilver =
        new ToSilver(tables, store, clock, ToSilverConfig.ROWS_AT_ONCE, Metrics.NONE);
    RequestStreamHandler silver = new ToSilverHandler(toSilver, clock, MARGIN);
    getTweets.ifPresent(
        collector ->
            handlers.put(
                IngestTask.GET_TWEETS.functionName(), new GetTweetsHandler(collector, clock)));
    handlers.put(
        IngestTask.PROCESS_RAW.functionName(), new ProcessRawHandler(processRaw, clock, MARGIN));
    handlers.put(IngestTask.TWEETS_TO_SILVER.functionName(), silver);
    handlers.put(IngestTask.USERS_TO_SILVER.functionName(), silver);
    handlers.put(IngestTask.PLACES_TO_SILVER.functionName(), silver);
    return handlers;
  }
}
