package dev.fedbytweets.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reports in one or two lines how a command was called wrongly.
final class UsageReport implements IParameterExceptionHandler {

  private static final int WRONG_USAGE = 2;

  private final Terminal terminal;

  UsageReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    // Some of picocli's messages begin with "Error: " already.
    terminal.say("error: " + failure.getMessage().replaceFirst("^Error: ", ""));
    UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    String name = command.getCommandSpec().qualifiedName();
    terminal.say("       './%s --help' says how it is called".formatted(name));
    return WRONG_USAGE;
  }
}
