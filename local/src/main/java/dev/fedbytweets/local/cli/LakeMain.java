package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.local.query.ResultFormat;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// The local lake's command line.
public final class LakeMain {

  private static final int WIDEST_HELP = 100;

  private LakeMain() {}

  public static void main(String... arguments) {
    // The configuration of the AWS functions is on the class path too; this property wins.
    System.setProperty("logback.configurationFile", "logback-local.xml");
    Terminal terminal = Terminal.ofProcess();
    InterruptNotice notice = InterruptNotice.watch(terminal);
    int code = commandLine(terminal).execute(arguments);
    terminal.out().flush();
    notice.stopWatching();
    System.exit(code);
  }

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new LakeCommand())
        .addSubcommand(new DemoCommand(terminal))
        .addSubcommand(new RunCommand(terminal))
        .addSubcommand(new ImportCommand(terminal))
        .addSubcommand(new QueryCommand(terminal))
        .addSubcommand(new StatusCommand(terminal))
        .addSubcommand(new RebuildCommand(terminal))
        .registerConverter(SubjectName.class, LakeMain::subject)
        .registerConverter(ResultFormat.class, LakeMain::format)
        .setExecutionExceptionHandler(new FailureReport(terminal))
        .setParameterExceptionHandler(new UsageReport(terminal))
        .setUsageHelpWidth(Math.min(terminal.width(), WIDEST_HELP))
        .setUsageHelpAutoWidth(false);
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
