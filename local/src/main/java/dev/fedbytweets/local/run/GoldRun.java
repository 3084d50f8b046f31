package dev.fedbytweets.local.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.labelposts.LabelPosts;
import dev.fedbytweets.labelposts.LabelPostsConfig;
import dev.fedbytweets.labelposts.LabelPostsHandler;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.StateMachineRunner;
import dev.fedbytweets.states.Waiter;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.togold.Models;
import dev.fedbytweets.togold.PageSettings;
import dev.fedbytweets.togold.ToGold;
import dev.fedbytweets.togold.ToGoldConfig;
import dev.fedbytweets.togold.ToGoldHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// Executes the state machine of gold over a lake, with the handlers that AWS runs.
public final class GoldRun {

  /// The part of a function's time that it keeps for ending.
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final ObjectStore store;
  private final LakeTables tables;
  private final XPrices prices;
  private final PageSettings pageSettings;
  private final Set<String> questionSubjects;
  private final InstantSource clock;
  private final Waiter waiter;

  /// @param prices what X charges
  /// @param pageSettings what the page shows beside what is in the lake
  /// @param questionSubjects the subjects whose posts are questions, and so have a topic
  /// @param waiter lets time pass; must agree with `clock`
  public GoldRun(
      ObjectStore store,
      LakeTables tables,
      XPrices prices,
      PageSettings pageSettings,
      Set<String> questionSubjects,
      InstantSource clock,
      Waiter waiter) {
    this.store = store;
    this.tables = tables;
    this.prices = prices;
    this.pageSettings = pageSettings;
    this.questionSubjects = Set.copyOf(questionSubjects);
    this.clock = clock;
    this.waiter = waiter;
  }

  /// Labels and counts what changed, and writes the page.
  ///
  /// @throws InterruptedException if the thread is interrupted; the next run continues from there
  public ExecutionResult run(Run run, ExecutionListener listener) throws InterruptedException {
    return new StateMachineRunner(new LocalFunctions(handlers()), waiter, clock, listener)
        .run(
            Definition.gold(),
            run.name().value(),
            run.startedAt(),
            StepJson.MAPPER.createObjectNode());
  }

  private Map<String, RequestStreamHandler> handlers() {
    Models models = Models.shipped();
    LabelPosts label =
        new LabelPosts(
            tables,
            store,
            models.sentiment(),
            models.topics(),
            questionSubjects,
            clock,
            LabelPostsConfig.POSTS_AT_ONCE);
    ToGold gold =
        new ToGold(tables, store, models, prices, pageSettings, clock, ToGoldConfig.POSTS_AT_ONCE);
    return Map.of(
        "label-posts",
        new LabelPostsHandler(label, clock, MARGIN),
        "to-gold",
        new ToGoldHandler(gold, clock, MARGIN));
  }
}
