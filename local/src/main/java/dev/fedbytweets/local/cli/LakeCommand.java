package dev.fedbytweets.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./lake`, which needs a subcommand.
@Command(
    name = "lake",
    header = "A lake of posts from X on this machine.",
    description =
        "Collects posts from X, or imports them, keeps every response as it came, and answers"
            + " questions in SQL. 'lake demo' shows it all and needs no account.",
    synopsisSubcommandLabel = "COMMAND",
    footer = "%n'lake help COMMAND' explains a command.",
    mixinStandardHelpOptions = true,
    versionProvider = LakeVersion.class)
final class LakeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
