package dev.fedbytweets.local.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for fish, which picocli does not write: one line for each command and option.
final class FishCompletion {

  private final String program;
  private final StringBuilder script = new StringBuilder();

  private FishCompletion(String program) {
    this.program = program;
  }

  static String of(CommandLine commandLine) {
    FishCompletion completion = new FishCompletion(commandLine.getCommandName());
    completion.add(commandLine);
    return completion.script.toString();
  }

  private void add(CommandLine commandLine) {
    line("-f");
    options("__fish_use_subcommand", commandLine.getCommandSpec());
    commandLine
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              CommandSpec spec = subcommand.getCommandSpec();
              line(
                  "-n",
                  "__fish_use_subcommand",
                  "-a",
                  name,
                  "-d",
                  quoted(summary(spec.usageMessage().header())));
              String condition = quoted("__fish_seen_subcommand_from " + name);
              options(condition, spec);
              spec.positionalParameters()
                  .forEach(parameter -> line(words(List.of("-n", condition), values(parameter))));
            });
  }

  private void options(String condition, CommandSpec spec) {
    for (OptionSpec option : spec.options()) {
      List<String> words = new ArrayList<>(List.of("-n", condition));
      for (String name : option.names()) {
        words.addAll(
            name.startsWith("--")
                ? List.of("-l", name.substring(2))
                : List.of("-s", name.substring(1)));
      }
      if (option.arity().max() > 0) {
        words.add("-r");
        words.addAll(values(option));
      }
      words.addAll(List.of("-d", quoted(summary(option.description()))));
      line(words.toArray(String[]::new));
    }
  }

  /// What may stand for an argument: files, or one of few words.
  private static List<String> values(ArgSpec argument) {
    if (argument.auxiliaryTypes()[0] == Path.class) {
      return List.of("-F");
    }
    if (argument.completionCandidates() == null) {
      return List.of("-f");
    }
    List<String> candidates =
        StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
    return List.of("-f", "-a", quoted(String.join(" ", candidates)));
  }

  /// The first sentence without its end: fish shows it in a line.
  static String summary(String... description) {
    String text = String.join(" ", description);
    int end = text.indexOf(". ");
    return end < 0 ? text.replaceFirst("\\.$", "") : text.substring(0, end);
  }

  private static String[] words(List<String> first, List<String> more) {
    return Stream.concat(first.stream(), more.stream()).toArray(String[]::new);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void line(String... words) {
    script.append("complete -c ").append(program);
    for (String word : words) {
      script.append(' ').append(word);
    }
    script.append('\n');
  }
}
