package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the stand-in as a process of its own, until it is ended. Point others at it with
/// `X_API_URL`.
@Command(
    name = "x-stand-in",
    description = "Answers as X's recent search does, from made-up posts.",
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
    return XStandIn.start(rules, port);
  }
}
