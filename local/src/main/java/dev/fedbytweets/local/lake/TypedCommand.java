package dev.fedbytweets.local.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command as a person has to type it in a shell, for messages that suggest one.
public final class TypedCommand {

  /// What no shell reads as anything but itself.
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private final List<String> words;

  private TypedCommand(List<String> words) {
    this.words = List.copyOf(words);
  }

  /// A command for a lake, which is named unless it is the usual one of the current folder.
  static TypedCommand of(String command, LakeDirectory lake) {
    TypedCommand plain = new TypedCommand(List.of(command));
    boolean isUsual = lake.equals(new LakeDirectory(LakeDirectory.USUAL));
    return isUsual ? plain : plain.with("--dir", lake.root().toString());
  }

  /// With an option and its value.
  public TypedCommand with(String option, String value) {
    return with(option).with(value);
  }

  /// With one more argument.
  public TypedCommand with(String argument) {
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
