package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the stand-in as a process of its own, until it is ended. Point others at it with
/// `X_API_URL`.
@Command(
    name = "x-stand-in",
    description = "Answers as X's recent search and compliance jobs do, from made-up posts.",
    mixinStandardHelpOptions = true)
public final class XStandInMain implements Callable<Integer> {

  @Option(
      names = "--port",
      description = "Where it listens on 127.0.0.1; 0 for a free port.",
      defaultValue = "0")
  private int port;

  @Option(names = "--seed", description = "Of the made-up posts.", defaultValue = "1")
  private long seed;

  @Option(
      names = "--token",
      description = "The bearer token that is accepted.",
      defaultValue = "made-up-token")
  private String token;

  @Option(
      names = "--happened",
      paramLabel = "TYPE:ID:REASON",
      description =
          "What compliance jobs tell, as often as needed: TYPE is tweets or users, REASON such as"
              + " deleted, suspended or scrub_geo.")
  private List<String> happened = List.of();

  @Option(
      names = "--job-time",
      paramLabel = "DURATION",
      description = "How long a compliance job takes, such as PT10S.",
      defaultValue = "PT10S")
  private Duration jobTime;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  XStandInMain() {}

  public static void main(String... arguments) {
    System.exit(new CommandLine(new XStandInMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try (XStandIn standIn = start()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("X_API_URL=" + standIn.uri());
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  /// As the options say.
  XStandIn start() {
    StandInRules rules = StandInRules.USUAL.withToken(token).withPosts(MadeUpPosts.seeded(seed));
    XStandIn standIn = XStandIn.start(rules, port);
    standIn.compliance().takes(jobTime);
    for (String event : happened) {
      String[] parts = event.split(":", 3);
      if (parts.length < 3) {
        standIn.close();
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--happened is TYPE:ID:REASON, and not " + event);
      }
      standIn.compliance().happened(parts[0], parts[1], parts[2], standIn.clock().instant());
    }
    return standIn;
  }
}
