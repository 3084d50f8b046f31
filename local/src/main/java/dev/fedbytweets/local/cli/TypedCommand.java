package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.lake.ProgramName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command as a person has to type it in a shell, for messages that suggest one.
final class TypedCommand {

  /// What no shell reads as anything but itself.
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private final List<String> words;

  private TypedCommand(List<String> words) {
    this.words = List.copyOf(words);
  }

  /// A command for a lake.
  ///
  /// @param dir its folder, as it was written
  static TypedCommand of(String command, String dir) {
    return new TypedCommand(List.of(command)).withUnlessDefault("--dir", dir, CommonOptions.DIR);
  }

  /// With an option and its value.
  TypedCommand with(String option, String value) {
    return with(option).with(value);
  }

  /// With an option and its value, if that is not the default.
  TypedCommand withUnlessDefault(String option, String value, String byDefault) {
    return value.equals(byDefault) ? this : with(option, value);
  }

  /// With one more argument.
  TypedCommand with(String argument) {
    List<String> more = new ArrayList<>(words);
    more.add(argument);
    return new TypedCommand(more);
  }

  @Override
  public String toString() {
    return words.stream()
        .map(TypedCommand::quoted)
        .collect(Collectors.joining(" ", ProgramName.current() + " ", ""));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
