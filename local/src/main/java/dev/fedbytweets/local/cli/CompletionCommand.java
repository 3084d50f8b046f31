package dev.fedbytweets.local.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./lake completion`: what a shell reads to complete commands and options.
@Command(
    name = "completion",
    header = "Teach a shell to complete commands and options.",
    description = "Prints a script for the shell to read.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(lake completion bash)",
      "  source <(lake completion zsh)",
      "  lake completion fish | source"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell;

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    CommandLine lake = spec.root().commandLine();
    terminal
        .out()
        .print(
            switch (shell) {
              case BASH -> bash(lake);
              case ZSH -> zsh(lake);
              case FISH -> FishCompletion.of(lake);
            });
  }

  private static String bash(CommandLine lake) {
    return AutoComplete.bash(lake.getCommandName(), lake);
  }

  /// Zsh emulates bash's completion. As a file on its function path the script is the body of the
  /// function that completes, and has to answer when it is first called.
  private static String zsh(CommandLine lake) {
    return """
    #compdef lake
    function compopt { :; }
    %s
    if [ "${funcstack[1]}" = _lake ]; then
      _bash_complete -o default -F _complete_lake
    fi
    """
        .formatted(bash(lake).replaceFirst("^#!.*\n", ""));
  }

  private enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
