package dev.fedbytweets.bench.cost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.MaintainInput;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.states.ExecutionEvent.Entered;
import dev.fedbytweets.states.ExecutionEvent.Retrying;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.StateMachine;
import dev.fedbytweets.states.StateMachineRunner;
import dev.fedbytweets.states.Waiter;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Runs of the state machine as they are on AWS: the functions with AWS's own SDK, each
/// call a fresh process, against an account on this machine that counts requests.
public final class CostBench implements AutoCloseable {

  private static final String QUERY = "(coffee OR tea OR espresso) -is:retweet";
  private static final int POSTS_PER_HOUR = 2000;
  private static final String SEARCH = "/2/tweets/search/recent";

  private final CountedAccount account;
  private final XStandIn x;
  private final ColdFunctions functions;
  private final Subject subject;

  private CostBench(Workbench bench, long seed) throws Exception {
    Path objects = bench.work().resolve("cost-account");
    Folders.remove(objects);
    Folders.remove(bench.work().resolve("cost-images"));
    Files.createDirectories(objects);
    this.account = CountedAccount.start(objects, StandInRules.USUAL.token());
    this.x =
        XStandIn.start(
            StandInRules.USUAL.withPosts(
                MadeUpPosts.seeded(seed).withPostsPerHour(POSTS_PER_HOUR)));
    Map<String, String> environment = new HashMap<>(account.environment());
    environment.put("X_API_URL", x.uri().toString());
    this.functions =
        new ColdFunctions(
            Files.createDirectories(objects.resolveSibling("cost-images")),
            bench.processes().cpu(),
            account,
            environment);
    int posts = (int) (Assumptions.POSTS_PER_MONTH / Assumptions.RUNS_PER_MONTH);
    this.subject = new Subject(new SubjectName("bench"), QUERY, posts, null, null);
  }

  /// Runs the benchmark.
  ///
  /// @param runs how many are measured, after one that makes the tables
  public static Report run(Workbench bench, long seed, int runs) throws Exception {
    try (CostBench cost = new CostBench(bench, seed)) {
      bench.say("a first run makes the tables ...");
      cost.run(0);
      cost.gold(0);
      List<MeasuredRun> measured = new ArrayList<>();
      List<MeasuredRun> golds = new ArrayList<>();
      for (int number = 1; number <= runs; number++) {
        bench.say("run %d of %d ...".formatted(number, runs));
        measured.add(cost.run(number));
        golds.add(cost.gold(number));
      }
      bench.say("maintenance ...");
      return new CostReport(measured, golds, cost.maintain()).report();
    } finally {
      Folders.remove(bench.work().resolve("cost-account"));
      Folders.remove(bench.work().resolve("cost-images"));
    }
  }

  private MeasuredRun run(int number) throws Exception {
    ObjectNode input = StepJson.MAPPER.createObjectNode();
    input.set("subjects", StepJson.MAPPER.valueToTree(List.of(subject)));
    return execute(Definition.machine(), "bench-" + number, input);
  }

  /// What follows each run: labels, counts and the page.
  private MeasuredRun gold(int number) throws Exception {
    return execute(Definition.gold(), "bench-gold-" + number, StepJson.MAPPER.createObjectNode());
  }

  /// Of all tables, after a few runs. A day's maintenance has about as much to do.
  private MeasuredRun maintain() throws Exception {
    ObjectNode input = StepJson.MAPPER.createObjectNode();
    input.set("tables", StepJson.MAPPER.valueToTree(MaintainInput.ALL));
    return execute(Definition.maintenance(), "bench-maintenance", input);
  }

  private MeasuredRun execute(StateMachine machine, String name, ObjectNode input)
      throws Exception {
    int callsBefore = functions.calls().size();
    int xBefore = x.log().requestsTo(SEARCH).size();
    long bytesBefore = account.storedBytes();
    AtomicLong states = new AtomicLong();
    InstantSource clock = InstantSource.system();
    StateMachineRunner runner =
        new StateMachineRunner(
            functions,
            Waiter.real(clock),
            clock,
            event -> {
              if (event instanceof Entered || event instanceof Retrying) {
                states.incrementAndGet();
              }
            });
    require(runner.run(machine, name, Instant.now(), input));
    List<FunctionCall> all = functions.calls();
    return new MeasuredRun(
        all.subList(callsBefore, all.size()),
        states.get(),
        x.log().requestsTo(SEARCH).size() - xBefore,
        account.storedBytes() - bytesBefore);
  }

  private void require(ExecutionResult result) {
    if (result instanceof ExecutionResult.Failed(String error, String cause)) {
      throw new BenchException("the run failed: %s: %s".formatted(error, cause));
    }
  }

  @Override
  public void close() throws Exception {
    x.close();
    account.close();
  }
}
