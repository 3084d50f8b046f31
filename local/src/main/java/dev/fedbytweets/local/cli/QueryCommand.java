package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.query.LakeDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./lake query`: SQL over the current state of the tables.
@Command(
    name = "query",
    header = "Ask the tables in SQL.",
    description =
        "The schemas bronze and silver each have tweets, users, places and media, as they are now, and"
            + " ops.forgotten has the requests to forget. The SQL is DuckDB's, and changes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake query \"SHOW TABLES\"",
      "  lake query --file queries/top-hashtags.sql",
      "  lake query --out posts.parquet \"SELECT id, text FROM silver.tweets\""
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private FormatOptions format;

  @ArgGroup private Question question;

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  QueryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (question == null) {
      return openShell();
    }
    String sql = question.sql();
    try (Lake lake = Lake.openExisting(common.lake())) {
      LakeNotices.of(lake).forEach(terminal::say);
      format.write(terminal, output -> LakeDatabase.answer(lake, sql, output));
    }
    return 0;
  }

  private int openShell() {
    if (!terminal.kind().asks() || !terminal.kind().hasResults()) {
      throw new ParameterException(
          spec.commandLine(),
          "give SQL, or a file with it: --file FILE, or --file - for standard input");
    }
    LakeDirectory lake = common.lake();
    Lake.openExisting(lake).close();
    try (org.jline.terminal.Terminal person =
        TerminalBuilder.builder()
            .system(true)
            .provider("exec")
            .type(QueryShell.terminalType(System.getenv()))
            .build()) {
      new QueryShell(lake, terminal, format).run(person, QueryHistory.file(System.getenv()));
    } catch (IOException e) {
      throw new MisconfiguredException("cannot use the terminal: " + e.getMessage(), e);
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
      } catch (IOException e) {
        throw new MisconfiguredException(
            "cannot read %s: %s".formatted(file, FileFailures.reason(e)), e);
      }
    }
  }
}
