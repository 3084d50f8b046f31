package dev.fedbytweets.local.cli;

import picocli.CommandLine;

/// The local lake's command line.
public final class Main {

  private Main() {}

  public static void main(String... arguments) {
    // The library that the AWS functions log with finds their configuration too: the first to speak
    // decides.
    System.setProperty("logback.configurationFile", "logback-local.xml");
    Terminal terminal = Terminal.ofProcess();
    int code = commandLine(terminal).execute(arguments);
    terminal.out().flush();
    System.exit(code);
  }

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new LakeCommand())
        .addSubcommand(new DemoCommand(terminal))
        .addSubcommand(new RunCommand(terminal))
        .addSubcommand(new ImportCommand(terminal))
        .addSubcommand(new QueryCommand(terminal))
        .addSubcommand(new StatusCommand(terminal))
        .addSubcommand(new RebuildCommand(terminal))
        .setExecutionExceptionHandler(new FailureReport(terminal))
        .setUsageHelpWidth(Math.min(terminal.width(), 100))
        .setUsageHelpAutoWidth(false);
  }
}
