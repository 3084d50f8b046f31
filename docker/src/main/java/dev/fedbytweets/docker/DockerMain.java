package dev.fedbytweets.docker;

import dev.fedbytweets.core.failure.LakeException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line behind `docker/check` and `docker/report`: 0 well, 1 not well, 2 called
/// wrongly.
public final class DockerMain {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private DockerMain() {}

  public static void main(String... arguments) {
    System.setProperty("logback.configurationFile", "logback-aot-cache.xml");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new DockerCommand())
        .setExecutionExceptionHandler(DockerMain::failed)
        .setParameterExceptionHandler(DockerMain::calledWrongly)
        .setUsageHelpWidth(100);
  }

  private static int calledWrongly(ParameterException failure, String... arguments) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println("error: " + failure.getMessage());
    command.getErr().println("       --help says how it is called");
    return WRONG_USAGE;
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof ImageException || failure instanceof LakeException) {
      command.getErr().println("error: " + failure.getMessage());
      return FAILED;
    }
    throw failure;
  }
}
