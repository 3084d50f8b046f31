package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.lake.ProgramName;
import java.util.Comparator;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reports in one or two lines how a command was called wrongly.
final class UsageReport implements IParameterExceptionHandler {

  private static final int WRONG_USAGE = 2;

  /// How many letters a misspelt command has too many and too few, together.
  private static final int MOST_WRONG_LETTERS = 2;

  private final Terminal terminal;

  UsageReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    // Some of picocli's messages begin with "Error: " already.
    terminal.error(message(failure, command).replaceFirst("^Error: ", ""));
    String name =
        command.getCommandSpec().qualifiedName().replaceFirst("^lake", ProgramName.current());
    terminal.say("       '%s --help' says how it is called".formatted(name));
    return WRONG_USAGE;
  }

  private static String message(ParameterException failure, CommandLine command) {
    if (!(failure instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
      return failure.getMessage();
    }
    String word = unmatched.getUnmatched().getFirst();
    Set<String> commands = command.getSubcommands().keySet();
    if (commands.isEmpty()) {
      return "'%s' is one argument too many".formatted(word);
    }
    return commands.stream()
        .filter(name -> wrongLetters(name, word) <= MOST_WRONG_LETTERS)
        .min(Comparator.comparing(name -> wrongLetters(name, word)))
        .map(name -> "there is no command '%s'; did you mean '%s'?".formatted(word, name))
        .orElseGet(
            () -> "there is no command '%s', only %s".formatted(word, String.join(", ", commands)));
  }

  /// How many letters two words do not share. It forgives letters in a wrong order, the most usual
  /// mistake, for which picocli finds no suggestion.
  private static long wrongLetters(String one, String other) {
    return (one + other)
        .chars()
        .distinct()
        .mapToLong(letter -> Math.abs(occurrences(one, letter) - occurrences(other, letter)))
        .sum();
  }

  private static long occurrences(String word, int letter) {
    return word.chars().filter(other -> other == letter).count();
  }
}
