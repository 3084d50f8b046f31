package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.local.query.ResultFormat;
import dev.fedbytweets.local.query.ResultOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./lake query`: SQL over the current state of the tables.
@Command(
    name = "query",
    description =
        "SQL over the current state of the tables: schemas bronze and silver, each with tweets,"
            + " users and places. Runs on DuckDB and changes nothing.",
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json (default: ${DEFAULT-VALUE}).")
  private ResultFormat format;

  @ArgGroup(multiplicity = "1")
  private Question question;

  private final Terminal terminal;

  QueryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ResultOutput output =
        terminal.isInteractive()
            ? ResultOutput.toTerminal(terminal.out(), format, terminal.width())
            : ResultOutput.to(terminal.out(), format);
    try (LakeDatabase database = LakeDatabase.open(common.lake())) {
      database.run(question.sql(), output);
    }
    return 0;
  }

  /// The SQL itself, or a file with it.
  private static final class Question {

    @Parameters(
        paramLabel = "SQL",
        description = "SELECT and its like; for example \"SHOW TABLES\".")
    private String sql;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "A file with SQL: queries/ has shipped questions.")
    private Path file;

    String sql() {
      if (sql != null) {
        return sql;
      }
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new MisconfiguredException("cannot read %s".formatted(file), e);
      }
    }
  }
}
