package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.query.ResultFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/// The local lake's command line.
public final class LakeMain {

  private static final int WIDEST_HELP = 100;

  /// The narrowest that picocli can do.
  private static final int NARROWEST_HELP = 55;

  /// Commands that look at the others.
  private static final Set<String> ABOUT_COMMANDS = Set.of("completion", "help");

  private LakeMain() {}

  public static void main(String... arguments) {
    // Names of files have numbers in them, and some locales have digits of their own.
    Locale.setDefault(Locale.ROOT);
    prepareLogging();
    Terminal terminal = Terminal.ofProcess();
    InterruptNotice notice = InterruptNotice.watch(terminal);
    int code = execute(terminal, arguments);
    notice.stopWatching();
    System.exit(code);
  }

  /// The configuration of the AWS functions is on the class path too; this property wins.
  static void prepareLogging() {
    System.setProperty("logback.configurationFile", "logback-local.xml");
  }

  /// Runs a command.
  ///
  /// @return its exit status: 1 also if its output was lost
  static int execute(Terminal terminal, String... arguments) {
    String[] words = Arrays.stream(arguments).map(LakeMain::asWord).toArray(String[]::new);
    int code = commandLine(needed(words, terminal), terminal).execute(words);
    Optional<IOException> lost = terminal.finish();
    if (code != 0 || lost.isEmpty()) {
      return code;
    }
    terminal.error("cannot write the output: " + lost.get().getMessage());
    return 1;
  }

  /// SQL that begins with a comment is no option.
  private static String asWord(String argument) {
    return argument.matches("(?s)--(\\s.*|[^=]*\\n.*)") ? " " + argument : argument;
  }

  /// With all commands.
  static CommandLine commandLine(Terminal terminal) {
    return commandLine(commands(terminal), terminal);
  }

  private static CommandLine commandLine(
      Map<String, Supplier<Object>> commands, Terminal terminal) {
    CommandLine lake = new CommandLine(new LakeCommand());
    commands.forEach((name, command) -> lake.addSubcommand(name, command.get()));
    return lake.registerConverter(SubjectName.class, LakeMain::subject)
        .registerConverter(Instant.class, new TypedTime())
        .registerConverter(ResultFormat.class, LakeMain::format)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setExecutionStrategy(
            parsed -> {
              sayWhichLake(parsed.asCommandLineList().getLast(), terminal);
              return new RunLast().execute(parsed);
            })
        .setExecutionExceptionHandler(new FailureReport(terminal))
        .setParameterExceptionHandler(new UsageReport(terminal))
        .setColorScheme(Help.defaultColorScheme(terminal.kind().hasColours() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.clamp(terminal.width(), NARROWEST_HELP, WIDEST_HELP))
        .setUsageHelpAutoWidth(false);
  }

  /// The command that the words begin with, else all: to make one ready takes its time.
  private static Map<String, Supplier<Object>> needed(String[] words, Terminal terminal) {
    Map<String, Supplier<Object>> commands = commands(terminal);
    if (words.length > 0 && commands.containsKey(words[0]) && !ABOUT_COMMANDS.contains(words[0])) {
      commands.keySet().retainAll(Set.of(words[0]));
    }
    return commands;
  }

  /// In the order in which help lists them.
  private static Map<String, Supplier<Object>> commands(Terminal terminal) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", () -> new DemoCommand(terminal));
    commands.put("run", () -> new RunCommand(terminal));
    commands.put("import", () -> new ImportCommand(terminal));
    commands.put("query", () -> new QueryCommand(terminal));
    commands.put("dashboard", () -> new DashboardCommand(terminal));
    commands.put("fact", () -> new FactCommand(terminal));
    commands.put("status", () -> new StatusCommand(terminal));
    commands.put("tables", () -> new TablesCommand(terminal));
    commands.put("quarantine", () -> new QuarantineCommand(terminal));
    commands.put("maintain", () -> new MaintainCommand(terminal));
    commands.put("forget", () -> new ForgetCommand(terminal));
    commands.put("comply", () -> new ComplyCommand(terminal));
    commands.put("label", () -> new LabelCommand(terminal));
    commands.put("train", () -> new TrainCommand(terminal));
    commands.put("rebuild", () -> new RebuildCommand(terminal));
    commands.put("completion", () -> new CompletionCommand(terminal));
    commands.put("help", HelpCommand::new);
    return commands;
  }

  /// Like git, a command takes the lake of a folder above; people should know.
  private static void sayWhichLake(CommandLine command, Terminal terminal) {
    if (!command.isUsageHelpRequested()) {
      CommonOptions.of(command)
          .filter(CommonOptions::isElsewhere)
          .ifPresent(options -> terminal.say("using the lake in " + options.lake().root()));
    }
  }

  private static SubjectName subject(String name) {
    try {
      return new SubjectName(name);
    } catch (RejectedException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static ResultFormat format(String name) {
    try {
      return ResultFormat.named(name);
    } catch (RejectedException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
