package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.SilverUser;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.forget.Forget;
import dev.fedbytweets.forget.ForgetReport;
import dev.fedbytweets.forget.OtherFiles;
import dev.fedbytweets.local.importing.ImportProgress;
import dev.fedbytweets.local.importing.ImportReport;
import dev.fedbytweets.local.importing.Importer;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.Waiter;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.togold.PageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 500 posts and 20 users of the recorded responses are forgotten: no byte of the lake names them
/// afterwards, labels and counts among it, an import brings none back, and tables rebuilt from what
/// is left are the same.
class RecordedForgetTest {

  private static final Path DATA = Path.of("../../shared/data");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-29T04:00:00Z"));
  private static final Settings NO_SETTINGS = new Settings(Map.of());
  private static final int POSTS = 500;
  private static final int USERS = 20;

  @TempDir private Path folder;

  @BeforeEach
  void needsTheRecordings() {
    assumeTrue(
        Files.isDirectory(DATA), "skipped: the recorded responses are not here, see " + DATA);
  }

  @Test
  void nothingIsLeftOfThemAndTheOthersStay() throws Exception {
    Path original = Files.createDirectory(folder.resolve("lake"));
    Set<String> identifiers = new HashSet<>();
    try (Lake lake = Lake.open(new LakeDirectory(original))) {
      importRecordings(lake);
      List<String> posts = posts(lake);
      List<String> users = users(lake);
      identifiers.addAll(posts);
      identifiers.addAll(users);
      assertThat(NamedFiles.of(original, identifiers)).isNotEmpty();
      Map<String, Long> expected = expectedRows(lake, posts, users);

      Forget forget = new Forget(lake.tables(), lake.store(), OtherFiles.NONE, CLOCK);
      Map<ForgottenKind, List<String>> request =
          Map.of(ForgottenKind.POST, posts, ForgottenKind.USER, users);
      forget.begin("request-1", request, Optional.of("asked for"));
      ForgetReport report = forget.finish("request-1");

      assertThat(report.search().found()).isEmpty();
      assertThat(NamedFiles.of(original, identifiers)).isEmpty();
      for (TableDefinition<?> table : List.of(SilverDefinitions.TWEETS, SilverDefinitions.USERS)) {
        assertThat(number("SELECT count(*) FROM " + files(lake, table)))
            .isEqualTo(expected.get(table.toString()));
      }
      assertThat(forget.pending()).isEmpty();

      gold(lake);
      Map<String, List<String>> contents = contents(lake);
      ImportReport again = importRecordings(lake);
      assertThat(again.stored()).isZero();
      assertThat(contents(lake)).isEqualTo(contents);
      assertThat(NamedFiles.of(original, identifiers)).isEmpty();
      ForgetReport later = forget.finish("request-1");
      assertThat(later.search().found()).isEmpty();
      assertThat(later.tables()).isEqualTo(report.tables());
      assertThat(later.objects()).isEqualTo(report.objects());

      Path copy = copyOfPages(original);
      try (Lake rebuilt = Lake.open(new LakeDirectory(copy))) {
        new Rebuild(rebuilt.store()).announceAll();
        ingest(rebuilt);
        gold(rebuilt);
        Map<String, List<String>> anew = contents(rebuilt);
        contents.forEach((table, was) -> assertThat(anew.get(table)).as(table).isEqualTo(was));
      }
    }
  }

  private List<String> posts(Lake lake) {
    return TableContents.of(lake.tables().table(SilverDefinitions.TWEETS), SilverDefinitions.TWEETS)
        .stream()
        .map(SilverTweet::id)
        .distinct()
        .sorted()
        .limit(POSTS)
        .map(id -> Long.toString(id))
        .toList();
  }

  private List<String> users(Lake lake) {
    return TableContents.of(lake.tables().table(SilverDefinitions.USERS), SilverDefinitions.USERS)
        .stream()
        .map(SilverUser::id)
        .sorted()
        .limit(USERS)
        .map(id -> Long.toString(id))
        .toList();
  }

  private static ImportReport importRecordings(Lake lake) throws InterruptedException {
    ImportReport report =
        new Importer(lake.store(), CLOCK)
            .importAll(
                new SubjectName("demo"),
                List.of(DATA.resolve("pages-2022-06.json"), DATA.resolve("pages-2023-04.jsonl")),
                ImportProgress.NONE);
    ingest(lake);
    gold(lake);
    return report;
  }

  private static void ingest(Lake lake) throws InterruptedException {
    Ingest ingest =
        new Ingest(
            lake.store(),
            lake.tables(),
            Optional.empty(),
            CLOCK,
            Waiter.real(CLOCK),
            ExecutionListener.NONE);
    assertThat(ingest.run(RunNames.next("import", CLOCK.instant()), List.of()))
        .isInstanceOf(ExecutionResult.Succeeded.class);
  }

  private static void gold(Lake lake) throws InterruptedException {
    GoldRun gold =
        new GoldRun(
            lake.store(),
            lake.tables(),
            XPrices.read(NO_SETTINGS),
            PageSettings.read(NO_SETTINGS),
            Set.of(),
            CLOCK,
            Waiter.real(CLOCK));
    assertThat(gold.run(RunNames.next("gold", CLOCK.instant()), ExecutionListener.NONE))
        .isInstanceOf(ExecutionResult.Succeeded.class);
  }

  /// What DuckDB says that is left of posts and users.
  private static Map<String, Long> expectedRows(Lake lake, List<String> posts, List<String> users)
      throws SQLException {
    String kept =
        """
        id NOT IN (%1$s) AND coalesce(author_id, 0) NOT IN (%2$s)
        AND NOT (coalesce(referenced_type, '') = 'retweeted' AND referenced_id IN (
          SELECT id FROM %3$s WHERE id IN (%1$s) OR author_id IN (%2$s) UNION ALL SELECT unnest([%1$s])))"""
            .formatted(
                String.join(",", posts),
                String.join(",", users),
                files(lake, SilverDefinitions.TWEETS));
    return Map.of(
        "silver.tweets",
        number(
            "SELECT count(*) FROM %s WHERE %s"
                .formatted(files(lake, SilverDefinitions.TWEETS), kept)),
        "silver.users",
        number(
            "SELECT count(*) FROM %s WHERE id NOT IN (%s)"
                .formatted(files(lake, SilverDefinitions.USERS), String.join(",", users))));
  }

  private static Map<String, List<String>> contents(Lake lake) {
    Map<String, List<String>> contents = new TreeMap<>();
    for (TableDefinition<?> table : TableDefinitions.ALL) {
      contents.put(table.toString(), contents(lake, table));
    }
    return contents;
  }

  private static <R extends Record> List<String> contents(Lake lake, TableDefinition<R> table) {
    return TableContents.of(lake.tables().table(table), table).stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private Path copyOfPages(Path lake) throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(lake)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = lake.relativize(file).toString();
        if (name.startsWith("raw/") || name.startsWith("state/")) {
          Path target = copy.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  private static String files(Lake lake, TableDefinition<?> definition) {
    return TableContents.files(lake.tables().table(definition)).stream()
        .map(task -> "'" + lake.directory().file(task.file().location()) + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "])"));
  }

  private static long number(String sql) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
