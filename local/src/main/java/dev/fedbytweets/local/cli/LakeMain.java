package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.query.ResultFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
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

  private LakeMain() {}

  public static void main(String... arguments) {
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
    int code = commandLine(terminal).execute(words);
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

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new LakeCommand())
        .addSubcommand(new DemoCommand(terminal))
        .addSubcommand(new RunCommand(terminal))
        .addSubcommand(new ImportCommand(terminal))
        .addSubcommand(new QueryCommand(terminal))
        .addSubcommand(new StatusCommand(terminal))
        .addSubcommand(new TablesCommand(terminal))
        .addSubcommand(new QuarantineCommand(terminal))
        .addSubcommand(new RebuildCommand(terminal))
        .addSubcommand(new CompletionCommand(terminal))
        .addSubcommand(new HelpCommand())
        .registerConverter(SubjectName.class, LakeMain::subject)
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
