package dev.fedbytweets.bench;

import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.bench.pages.ImportFiles.Layout;
import dev.fedbytweets.bench.report.ReportFormat;
import dev.fedbytweets.bench.rounds.BenchException;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.model.Entity;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The command line of the benchmarks: 0 done, 1 failed or the competitors' outputs differ, 2
/// called wrongly.
public final class BenchMain {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int INTERRUPTED = 130;

  private BenchMain() {}

  public static void main(String... arguments) {
    System.setProperty("logback.configurationFile", "logback-local.xml");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new BronzeCommand())
        .addSubcommand(new SilverCommand())
        .addSubcommand(new MergeCommand())
        .addSubcommand(new CliCommand())
        .addSubcommand(new AgeCommand())
        .addSubcommand(new ImportBenchCommand())
        .addSubcommand(new RebuildBenchCommand())
        .addSubcommand(new StartCommand())
        .addSubcommand(new CostCommand())
        .addSubcommand(new AllCommand())
        .registerConverter(ReportFormat.class, BenchMain::format)
        .registerConverter(Layout.class, BenchMain::layout)
        .registerConverter(Entity.class, BenchMain::table)
        .registerConverter(Function.class, BenchMain::function)
        .setExecutionExceptionHandler(BenchMain::failed)
        .setParameterExceptionHandler(BenchMain::calledWrongly)
        .setUsageHelpWidth(100);
  }

  private static ReportFormat format(String name) {
    for (ReportFormat format : ReportFormat.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw new TypeConversionException("'%s' is not table, markdown or json".formatted(name));
  }

  private static Layout layout(String name) {
    for (Layout layout : Layout.values()) {
      if (layout.name().toLowerCase(Locale.ROOT).equals(name)) {
        return layout;
      }
    }
    throw new TypeConversionException("'%s' is not files, lines or small".formatted(name));
  }

  private static Entity table(String name) {
    try {
      Entity table = Entity.named(name);
      if (table == Entity.TWEETS || table == Entity.USERS) {
        return table;
      }
    } catch (RejectedException e) {
      throw new TypeConversionException(e.getMessage());
    }
    throw new TypeConversionException(name + " are not measured: it is tweets or users");
  }

  private static Function function(String name) {
    try {
      return Function.named(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static int calledWrongly(ParameterException failure, String... arguments) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println("error: " + failure.getMessage());
    command
        .getErr()
        .println(
            "       '%s --help' says how it is called"
                .formatted(command.getCommandSpec().qualifiedName()));
    return WRONG_USAGE;
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof InterruptedException) {
      return INTERRUPTED;
    }
    if (failure instanceof BenchException || failure instanceof LakeException) {
      command.getErr().println("error: " + failure.getMessage());
      return FAILED;
    }
    throw failure;
  }
}
