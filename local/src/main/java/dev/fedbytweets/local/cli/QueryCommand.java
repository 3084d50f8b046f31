package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.local.query.ResultFormat;
import dev.fedbytweets.local.query.ResultOutput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
      description =
          "table, csv, json, ndjson, markdown, parquet, or excel: CSV that Excel opens without"
              + " damage (default: ${DEFAULT-VALUE}, or the one of FILE's ending).")
  private ResultFormat format;

  @Option(names = "--excel", description = "The same as --format excel.")
  private boolean excel;

  @Option(
      names = "--numbers",
      description =
          "Identifiers and integers beyond 2^53 as numbers in JSON; else they are texts, as X gives"
              + " them.")
  private boolean numbers;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write into a file, which is there when all of it is.")
  private Path out;

  @ArgGroup(multiplicity = "1")
  private Question question;

  private final Terminal terminal;

  QueryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String sql = question.sql();
    ResultFormat chosen = chosen();
    if (out != null) {
      new ResultFile(out).write(stream -> run(sql, ResultOutput.to(stream, chosen)));
      terminal.say("wrote " + out);
    } else if (!terminal.isInteractive()) {
      run(sql, ResultOutput.to(terminal.results(), chosen));
    } else if (chosen == ResultFormat.PARQUET) {
      throw new MisconfiguredException("parquet is not for a terminal: name a file with --out");
    } else {
      run(sql, ResultOutput.toTerminal(terminal.results(), chosen, terminal.width()));
    }
    return 0;
  }

  private ResultFormat chosen() {
    if (excel) {
      return ResultFormat.EXCEL;
    }
    if (format != null) {
      return format;
    }
    return out == null ? ResultFormat.TABLE : ResultFormat.ofFile(out.toString());
  }

  private void run(String sql, ResultOutput output) {
    try (LakeDatabase database = LakeDatabase.open(common.lake())) {
      database.run(sql, output.withNumbers(numbers));
    }
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
        description = "A file with SQL, or - for standard input: queries/ has shipped questions.")
    private Path file;

    String sql() {
      if (sql != null) {
        return sql;
      }
      try {
        return file.toString().equals("-")
            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            : Files.readString(file);
      } catch (CharacterCodingException e) {
        throw new MisconfiguredException("%s is not UTF-8".formatted(file), e);
      } catch (IOException e) {
        throw new MisconfiguredException("cannot read %s".formatted(file), e);
      }
    }
  }
}
