package dev.fedbytweets.bench.cost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.states.ExecutionEvent.Entered;
import dev.fedbytweets.states.ExecutionEvent.Retrying;
import dev.fedbytweets.states.ExecutionResult;
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
      List<MeasuredRun> measured = new ArrayList<>();
      for (int number = 1; number <= runs; number++) {
        bench.say("run %d of %d ...".formatted(number, runs));
        measured.add(cost.run(number));
      }
      return new CostReport(measured).report();
    } finally {
      Folders.remove(bench.work().resolve("cost-account"));
      Folders.remove(bench.work().resolve("cost-images"));
    }
  }

  private MeasuredRun run(int number) throws Exception {
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
    ObjectNode input = StepJson.MAPPER.createObjectNode();
    input.set("subjects", StepJson.MAPPER.valueToTree(List.of(subject)));
    require(runner.run(Definition.machine(), "bench-" + number, Instant.now(), input));
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
