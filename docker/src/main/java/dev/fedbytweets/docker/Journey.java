package dev.fedbytweets.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.importing.ImportProgress;
import dev.fedbytweets.local.importing.Importer;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.SkippingClock;
import dev.fedbytweets.states.StateMachineRunner;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes posts to silver through the five containers, with stand-ins of AWS and X on this machine.
final class Journey implements AutoCloseable {

  private static final String TOKEN = "made-up-token-that-must-stay-secret";

  private static final SortedMap<String, String> QUERIES =
      new TreeMap<>(
          Map.of(
              "coffee", "(coffee OR tea) -is:retweet",
              "espresso", "(espresso OR chá) -is:retweet"));

  private final AwsAccount account;
  private final XStandIn x;
  private final FiveFunctions functions;

  private Journey(AwsAccount account, XStandIn x, FiveFunctions functions) {
    this.account = account;
    this.x = x;
    this.functions = functions;
  }

  /// Starts the stand-ins and the containers, with an empty lake.
  ///
  /// @param objects an empty folder for the stand-in of S3
  /// @param postsPerHour the posts on X
  static Journey start(String repository, ContainerLimits limits, Path objects, int postsPerHour)
      throws Exception {
    AwsAccount account = AwsAccount.start(objects, TOKEN);
    XStandIn x =
        XStandIn.start(
            StandInRules.USUAL
                .withToken(TOKEN)
                .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(postsPerHour)));
    Map<String, String> settings = new HashMap<>(account.environment());
    settings.put("X_API_URL", x.uri().toString());
    // So that the definition's loop is gone through.
    settings.put("X_PAGES_PER_INVOCATION", "5");
    // So that X gives no post twice.
    settings.put("X_WINDOW_OVERLAP", "PT0S");
    // A process that cannot use its cache ends.
    settings.put("LAKE_JAVA_OPTIONS", "-XX:AOTMode=on");
    return new Journey(account, x, FiveFunctions.start(repository, limits, settings));
  }

  /// Runs twice with two subjects, with one failure of X in the first run, and compares silver with
  /// the answers of X.
  ///
  /// @return the rows in silver
  Keys fromSearch() throws Exception {
    x.failNext(Fault.serverFailure(503));
    run("first", QUERIES);
    run("second", QUERIES);
    Keys silver = compared();
    require(
        silver.posts(),
        served(),
        "silver.tweets has other rows than X answered, or X answered one twice");
    if (functions.output().contains(TOKEN)) {
      throw new ImageException("a function wrote the token");
    }
    return silver;
  }

  /// Brings recorded responses into the tables.
  ///
  /// @return the rows in silver
  Keys fromRecordings(List<Path> files) throws Exception {
    new Importer(S3ObjectStore.open(account.settings()), InstantSource.system())
        .importAll(new SubjectName("recorded"), files, ImportProgress.NONE);
    run("recorded", Map.of());
    return compared();
  }

  /// The memory that each function used so far.
  SortedMap<String, Memory> memory() throws InterruptedException {
    return functions.memory();
  }

  private void run(String name, Map<String, String> queries) throws Exception {
    ObjectNode input = StepJson.MAPPER.createObjectNode();
    ArrayNode subjects = input.putArray("subjects");
    queries.forEach(
        (subject, query) -> subjects.addObject().put("name", subject).put("query", query));
    SkippingClock time = new SkippingClock(InstantSource.system());
    ExecutionResult result =
        new StateMachineRunner(functions, time, time, ExecutionListener.NONE)
            .run(Definition.machine(), name, Instant.now(), input);
    if (result instanceof ExecutionResult.Failed(String error, String cause)) {
      throw new ImageException(
          "run %s failed: %s: %s%n%s".formatted(name, error, cause, functions.output()));
    }
  }

  /// The posts in complete answers of X, each as often as it was there.
  private List<String> served() {
    List<String> posts = new ArrayList<>();
    for (LoggedRequest request : x.log().requests()) {
      for (Map.Entry<String, String> query : QUERIES.entrySet()) {
        if (request.gavePage() && query.getValue().equals(request.parameters().get("query"))) {
          request.served().posts().forEach(post -> posts.add(query.getKey() + "/" + post));
        }
      }
    }
    return posts.stream().sorted().toList();
  }

  private static void require(List<String> rows, List<String> expected, String complaint) {
    if (rows.isEmpty() || !rows.equals(expected)) {
      throw new ImageException(
          "%s: %d rows, not %d".formatted(complaint, rows.size(), expected.size()));
    }
  }

  private Keys compared() throws IOException, SQLException {
    Keys silver = Keys.inSilver(account);
    Keys pages = Keys.inPages(account);
    require(silver.posts(), pages.posts(), "silver.tweets has other rows than the stored pages");
    require(silver.users(), pages.users(), "silver.users has other rows than the stored pages");
    require(silver.places(), pages.places(), "silver.places has other rows than the stored pages");
    return silver;
  }

  @Override
  public void close() throws Exception {
    functions.close();
    x.close();
    account.close();
  }
}
