package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.types.Types.NestedField;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/// Questions one after another, on a terminal: the second is answered at once. Statements end with
/// a semicolon and may go over several lines; tables, columns and the words of SQL are completed;
/// earlier statements come back with the arrows. When a command has changed the lake meanwhile,
/// the next question sees that.
final class QueryShell {

  private static final String PROMPT = "lake> ";
  private static final String PROMPT_INSIDE = "   -> ";

  private static final Set<String> LEAVE = Set.of("exit", "quit", "\\q", ".exit", ".quit");

  private static final String WORDS =
      "SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN LEFT ON USING AS AND OR NOT IN IS NULL LIKE"
          + " ILIKE BETWEEN DISTINCT UNNEST COUNT SUM AVG MIN MAX WITH CASE WHEN THEN ELSE END DESC"
          + " SHOW TABLES DESCRIBE SUMMARIZE EXPLAIN INTERVAL DATE TIMESTAMP UNION ALL";

  private final LakeDirectory directory;
  private final Terminal terminal;
  private final FormatOptions format;
  private LakeDatabase database;
  private FileTime openedAt;

  /// @param directory holds a lake
  /// @param format of the results
  QueryShell(LakeDirectory directory, Terminal terminal, FormatOptions format) {
    this.directory = directory;
    this.terminal = terminal;
    this.format = format;
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
            .parser(new StatementParser(LEAVE))
            .completer(new StringsCompleter(names().toList()))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, PROMPT_INSIDE)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    history.ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    try {
      terminal.say("SQL ends with ; and Tab completes names. Ctrl-D leaves.");
      while (true) {
        String text;
        try {
          text = reader.readLine(PROMPT).strip();
        } catch (UserInterruptException e) {
          continue;
        } catch (EndOfFileException e) {
          return;
        }
        if (LEAVE.contains(text.toLowerCase(Locale.ROOT))) {
          return;
        }
        if (!text.isEmpty()) {
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
    FileTime changedAt = changedAt();
    if (database == null || !changedAt.equals(openedAt)) {
      close();
      try (Lake lake = Lake.openExisting(directory)) {
        LakeNotices.of(lake).forEach(terminal::say);
        database = LakeDatabase.of(lake);
        openedAt = changedAt;
      }
    }
    return database;
  }

  /// When the catalog was changed last: each commit to a table changes it.
  private FileTime changedAt() {
    try {
      return Files.getLastModifiedTime(directory.catalog());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the time of " + directory.catalog(), e);
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
        Stream.of(table.toString(), table.entity().lowerCase()),
        table.schema().columns().stream().map(NestedField::name));
  }
}
