package dev.fedbytweets.local.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Writes the manual pages, `lake.1` and one for each command, for a release.
final class ManPages {

  private static final String EXIT_STATUS = "0 for success, 1 for failure, 2 for wrong usage.";

  private final StringBuilder page = new StringBuilder();

  private ManPages() {}

  /// @param arguments the folder to write into
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Terminal nowhere = Terminal.to(new ByteArrayOutputStream(), new ByteArrayOutputStream(), null);
    CommandLine lake = LakeMain.commandLine(nowhere);
    write(folder, lake);
    for (CommandLine command : lake.getSubcommands().values()) {
      write(folder, command);
    }
  }

  private static void write(Path folder, CommandLine command) throws IOException {
    Files.writeString(folder.resolve(pageName(command.getCommandSpec()) + ".1"), of(command));
  }

  private static String pageName(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /// The page of a command, in roff's macros for manuals.
  static String of(CommandLine command) {
    return new ManPages().pageOf(command);
  }

  private String pageOf(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String name = pageName(spec);
    UsageMessageSpec usage = spec.usageMessage();
    String header = String.join(" ", usage.header());
    macro(
        ".TH \"%s\" 1 \"\" \"%s\" \"User Commands\""
            .formatted(name.toUpperCase(Locale.ROOT), String.join("", spec.root().version())));
    macro(".SH NAME");
    text(name + " - " + FishCompletion.summary(header));
    macro(".SH SYNOPSIS");
    text(synopsis(command));
    macro(".SH DESCRIPTION");
    text(header);
    macro(".PP");
    text(String.join(" ", usage.description()));
    if (!spec.positionalParameters().isEmpty()) {
      macro(".SH ARGUMENTS");
      for (PositionalParamSpec parameter : spec.positionalParameters()) {
        item(italic(parameter.paramLabel()), parameter.description());
      }
    }
    macro(".SH OPTIONS");
    for (OptionSpec option : spec.options()) {
      String value = option.arity().max() > 0 ? "=" + italic(option.paramLabel()) : "";
      item(bold(String.join(", ", option.names())) + value, option.description());
    }
    if (!command.getSubcommands().isEmpty()) {
      macro(".SH COMMANDS");
      for (CommandLine each : command.getSubcommands().values()) {
        CommandSpec subcommand = each.getCommandSpec();
        item(bold(pageName(subcommand)) + "(1)", subcommand.usageMessage().header());
      }
    }
    if (usage.footer().length > 0 && !usage.footerHeading().isBlank()) {
      macro(".SH EXAMPLES");
      macro(".nf");
      for (String example : usage.footer()) {
        text(example);
      }
      macro(".fi");
    }
    macro(".SH EXIT STATUS");
    text(EXIT_STATUS);
    if (spec.parent() != null) {
      macro(".SH SEE ALSO");
      macro(bold(pageName(spec.root())) + "(1)");
    }
    return page.toString();
  }

  private static String synopsis(CommandLine command) {
    return command.setUsageHelpWidth(10_000).getHelp().synopsis(0).strip();
  }

  private void item(String term, String... description) {
    macro(".TP");
    macro(term);
    text(String.join(" ", description));
  }

  private void macro(String line) {
    page.append(line).append('\n');
  }

  private void text(String text) {
    page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "");
    page.append(escaped(text)).append('\n');
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
