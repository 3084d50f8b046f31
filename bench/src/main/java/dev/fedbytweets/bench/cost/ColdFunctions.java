package dev.fedbytweets.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aws.lambda.StepJson;
import dev.fedbytweets.bench.rounds.Contender;
import dev.fedbytweets.bench.rounds.Taken;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.gettweets.GetTweetsHandler;
import dev.fedbytweets.local.run.Definition;
import dev.fedbytweets.local.states.TaskInvoker;
import dev.fedbytweets.processraw.ProcessRawHandler;
import dev.fedbytweets.tosilver.ToSilverHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The functions, each invocation a fresh process, because runs are hours apart. One at a time,
/// so that requests can be told apart.
final class ColdFunctions implements TaskInvoker {

  private static final Map<String, Class<?>> HANDLERS =
      Map.of(
          Definition.GET_TWEETS, GetTweetsHandler.class,
          Definition.PROCESS_RAW, ProcessRawHandler.class,
          Definition.TWEETS_TO_SILVER, ToSilverHandler.class,
          Definition.USERS_TO_SILVER, ToSilverHandler.class,
          Definition.PLACES_TO_SILVER, ToSilverHandler.class);

  private final Workbench bench;
  private final CountedAccount account;
  private final Map<String, String> environment;
  private final List<Invocation> invocations = new ArrayList<>();

  /// @param environment of every function
  ColdFunctions(Workbench bench, CountedAccount account, Map<String, String> environment) {
    this.bench = bench;
    this.account = account;
    this.environment = Map.copyOf(environment);
  }

  /// The invocations so far, in order.
  synchronized List<Invocation> invocations() {
    return List.copyOf(invocations);
  }

  @Override
  public synchronized JsonNode invoke(String resource, JsonNode input, Duration timeout)
      throws IOException, InterruptedException {
    Path event = bench.work().resolve("event.json");
    Path answer = bench.work().resolve("answer.json");
    Files.write(event, StepJson.MAPPER.writeValueAsBytes(input));
    Contender function = contender(resource, event, answer);
    Requests before = account.requests();
    Taken taken = bench.run(function);
    invocations.add(
        new Invocation(resource, taken, account.requests().minus(before), Files.size(bench.log())));
    return StepJson.MAPPER.readTree(Files.readAllBytes(answer));
  }

  /// As the image starts it: C1 alone, a heap that leaves room in the function's memory.
  private Contender contender(String resource, Path event, Path answer) {
    return new Contender(
        resource,
        FunctionMain.class.getName(),
        List.of(
            "-Xmx%dm".formatted(Assumptions.memoryMegabytes(resource) / 2),
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=logback.xml"),
        List.of(HANDLERS.get(resource).getName(), event.toString(), answer.toString()),
        environment);
  }
}
