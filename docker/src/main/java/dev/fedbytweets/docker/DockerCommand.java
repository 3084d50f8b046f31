package dev.fedbytweets.docker;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command without a subcommand, which does nothing.
@Command(
    name = "docker",
    description = "Tries and measures the images of the functions that docker/build made.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, ReportCommand.class},
    mixinStandardHelpOptions = true)
final class DockerCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
