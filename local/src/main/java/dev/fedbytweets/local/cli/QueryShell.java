package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.types.Types.NestedField;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp;

/// Questions one after another, on a terminal: the second is answered at once. Statements end with
/// a semicolon and may go over several lines; tables, columns and the words of SQL are completed;
/// earlier statements come back with the arrows. When a command has changed the lake meanwhile,
/// the next question sees that.
final class QueryShell {

  /// What new terminals are like.
  private static final String USUAL_TYPE = "xterm-256color";

  private static final String PROMPT = "lake> ";
  private static final String PROMPT_INSIDE = "   -> ";

  private static final Set<String> LEAVE = Set.of("exit", "quit", "\\q", ".exit", ".quit");
  private static final String ASK_FOR_HELP = "help";
  private static final Set<String> SHELL_WORDS =
      Stream.concat(LEAVE.stream(), Stream.of(ASK_FOR_HELP)).collect(Collectors.toSet());

  private static final String HELP =
      "SQL ends with ; and Tab completes names. SHOW TABLES; lists the tables, Ctrl-C stops an answer,"
          + " Ctrl-D leaves.";

  private static final String WORDS =
      "SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN LEFT ON USING AS AND OR NOT IN IS NULL LIKE"
          + " ILIKE BETWEEN DISTINCT UNNEST COUNT SUM AVG MIN MAX WITH CASE WHEN THEN ELSE END DESC"
          + " SHOW TABLES DESCRIBE SUMMARIZE EXPLAIN INTERVAL DATE TIMESTAMP UNION ALL";

  private final LakeDirectory directory;
  private final Terminal terminal;
  private final FormatOptions format;
  private LakeDatabase database;

  /// When the catalog was changed before the database was opened.
  private Optional<FileTime> openedAt = Optional.empty();

  /// @param directory holds a lake
  /// @param format of the results
  QueryShell(LakeDirectory directory, Terminal terminal, FormatOptions format) {
    this.directory = directory;
    this.terminal = terminal;
    this.format = format;
  }

  /// The type of a terminal for JLine, which cannot use one that it does not know: new terminals
  /// bring names that other machines have not heard of.
  ///
  /// @param environment `TERM` has the type
  static String terminalType(Map<String, String> environment) {
    String type = environment.getOrDefault("TERM", "");
    if (type.isEmpty()) {
      return org.jline.terminal.Terminal.TYPE_DUMB;
    }
    try {
      String capabilities = InfoCmp.getInfoCmp(type);
      return capabilities == null || capabilities.isBlank() ? USUAL_TYPE : type;
    } catch (IOException e) {
      return USUAL_TYPE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL_TYPE;
    }
  }

  /// Answers until the person leaves, with Ctrl-D or `exit`.
  ///
  /// @param at the terminal of the person
  /// @param history where statements are remembered; empty for only as long as the shell runs
  void run(org.jline.terminal.Terminal at, Optional<Path> history) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(at)
            .appName("lake")
            .parser(new StatementParser(SHELL_WORDS))
            .completer(new StringsCompleter(names().toList()))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, PROMPT_INSIDE)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    history.ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    try {
      terminal.say(HELP);
      while (true) {
        String text;
        try {
          text = reader.readLine(PROMPT).strip();
        } catch (UserInterruptException e) {
          continue;
        } catch (EndOfFileException e) {
          return;
        }
        String word = text.replaceFirst(";$", "").toLowerCase(Locale.ROOT);
        if (LEAVE.contains(word)) {
          return;
        }
        if (word.equals(ASK_FOR_HELP)) {
          terminal.say(HELP);
        } else if (!text.isEmpty()) {
          answer(text, at);
        }
      }
    } finally {
      close();
    }
  }

  /// Ctrl-C stops the answer, not the shell.
  private void answer(String sql, org.jline.terminal.Terminal at) {
    try {
      LakeDatabase current = current();
      SignalHandler before = at.handle(Signal.INT, _ -> current.cancel());
      try {
        format.write(terminal, output -> current.run(sql, output));
      } finally {
        at.handle(Signal.INT, before);
      }
    } catch (LakeException e) {
      terminal.error(e.getMessage());
    }
  }

  private LakeDatabase current() {
    Optional<FileTime> changedAt = changedAt();
    if (database == null || changedAt.isEmpty() || !changedAt.equals(openedAt)) {
      close();
      try (Lake lake = Lake.openExisting(directory)) {
        LakeNotices.of(lake).forEach(terminal::say);
        database = LakeDatabase.of(lake);
        openedAt = changedAt;
      }
    }
    return database;
  }

  /// When the catalog was changed last: each commit to a table changes it. Empty if it is gone:
  /// opening the lake mends that, or says that there is none.
  private Optional<FileTime> changedAt() {
    try {
      return Optional.of(Files.getLastModifiedTime(directory.catalog()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void close() {
    if (database != null) {
      database.close();
      database = null;
    }
  }

  private static Stream<String> names() {
    return Stream.concat(
            Stream.of(WORDS.split(" ")), TableDefinitions.ALL.stream().flatMap(QueryShell::names))
        .distinct();
  }

  private static Stream<String> names(TableDefinition<?> table) {
    return Stream.concat(
        Stream.of(table.toString(), table.name().lowerCase()),
        table.schema().columns().stream().map(NestedField::name));
  }
}
