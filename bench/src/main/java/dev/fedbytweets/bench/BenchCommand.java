package dev.fedbytweets.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bench/run`, which needs a subcommand.
@Command(
    name = "bench/run",
    description =
        "Benchmarks of the lake against other engines, on made-up posts. Needs Linux with taskset,"
            + " no account, and some GB of disk for the inputs, which are kept.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Fed By Tweets 0.1.0")
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
