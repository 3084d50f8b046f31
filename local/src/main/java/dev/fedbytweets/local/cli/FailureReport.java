package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.local.lake.FileFailures;
import java.sql.SQLException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Reports in one or two lines why a command failed, and what to do.
final class FailureReport implements IExecutionExceptionHandler {

  private static final int FAILED = 1;
  private static final int INTERRUPTED = 130;

  private final Terminal terminal;

  FailureReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof InterruptedException) {
      terminal.say("interrupted: the same command goes on where this one stopped");
      return INTERRUPTED;
    }
    terminal.error(message(failure));
    if (isVerbose(command)) {
      failure.printStackTrace();
    } else if (!isForPeople(failure)) {
      terminal.say("       --verbose shows where it comes from");
    }
    return FAILED;
  }

  private static String message(Exception failure) {
    if (failure instanceof UncheckedSQLException
        && failure.getCause() instanceof SQLException ofCatalog) {
      return "cannot use the lake's catalog.db: " + FileFailures.reason(ofCatalog);
    }
    if (isForPeople(failure)) {
      return failure.getMessage();
    }
    return failure.getMessage() == null
        ? failure.getClass().getSimpleName()
        : failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private static boolean isForPeople(Exception failure) {
    return failure instanceof LakeException
        || failure instanceof NotFoundException
        || failure instanceof UncheckedSQLException;
  }

  private static boolean isVerbose(CommandLine command) {
    return CommonOptions.of(command).filter(CommonOptions::isVerbose).isPresent();
  }
}
