package dev.fedbytweets.acceptance.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.forget.Forget;
import dev.fedbytweets.forget.ForgetReport;
import dev.fedbytweets.forget.ForgetReport.TableReport;
import dev.fedbytweets.forget.OtherFiles;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trino and DuckDB see the same rows of a lake in S3 and Glue before posts and users are forgotten
/// and afterwards, and nothing is missing but these.
class ForgottenRowsTest {

  private static final String POSTS = "SELECT CAST(id AS varchar) FROM silver.tweets ORDER BY id";
  private static final String AUTHORS =
      "SELECT CAST(author_id AS varchar) FROM silver.tweets ORDER BY id";

  private static final String REPORTS =
      """
      SELECT batch, reason, requested['post'],
        from_iso8601_timestamp(requested_at) <= from_iso8601_timestamp(finished_at),
        tables['silver.tweets'].removed_rows, tables['silver.tweets'].removed_files,
        cardinality(objects), objects[1].key, objects[1]."after", search.objects, search.files,
        search.count, cardinality(search.found), versions
      FROM ops.forgotten\
      """;
  private static final String REASON = "asked for: \"all\"\nof it";

  @TempDir private Path directory;

  @Test
  void enginesAgreeBeforeAndAfter() throws Exception {
    try (WrittenLake lake = WrittenLake.write(directory);
        Athena athena = Athena.over(lake.account())) {
      assertSame(lake, athena);
      ReportsTable.create(lake.account());
      assertThat(athena.ask(REPORTS)).isEmpty();
      List<String> posts = texts(athena.ask(POSTS)).subList(0, 20);
      String user = texts(athena.ask(AUTHORS)).getLast();
      List<String> kept = postsBut(athena, posts, user);

      ForgetReport report = forget(lake, posts, user);

      assertThat(report.search().found()).isEmpty();
      assertThat(texts(athena.ask(POSTS))).isEqualTo(kept).isNotEmpty();
      assertThat(texts(athena.ask(AUTHORS))).doesNotContain(user);
      assertThat(texts(athena.ask("SELECT CAST(id AS varchar) FROM silver.users")))
          .doesNotContain(user);
      assertSame(lake, athena);
      assertThat(athena.ask(REPORTS)).isEqualTo(List.of(row(report)));
      for (TableDefinition<?> definition : TableDefinitions.ALL) {
        String snapshots =
            "%s.\"%s$snapshots\""
                .formatted(definition.layer().lowerCase(), definition.name().lowerCase());
        if (report.tables().containsKey(definition.toString())) {
          assertThat(athena.ask("SELECT count(*) FROM " + snapshots))
              .isEqualTo(List.of(List.of(BigDecimal.ONE)));
        }
      }
    }
  }

  private static void assertSame(WrittenLake lake, Athena athena) throws Exception {
    try (DuckLake duck = DuckLake.over(lake, TableDefinitions.ALL)) {
      for (TableDefinition<?> definition : TableDefinitions.ALL) {
        String all = "SELECT * FROM " + definition;
        assertThat(EngineAnswers.sorted(athena.ask(all)))
            .isEqualTo(EngineAnswers.sorted(duck.ask(all)))
            .isNotEmpty();
      }
    }
  }

  private static ForgetReport forget(WrittenLake lake, List<String> posts, String user) {
    Forget forget =
        new Forget(
            lake.tables(),
            S3ObjectStore.open(lake.account().settings()),
            OtherFiles.NONE,
            InstantSource.system());
    forget.begin(
        "batch",
        Map.of(ForgottenKind.POST, posts, ForgottenKind.USER, List.of(user)),
        Optional.of(REASON));
    return forget.finish("batch");
  }

  /// What [#REPORTS] answers.
  private static List<Object> row(ForgetReport report) {
    TableReport table = report.tables().get("silver.tweets");
    return Cell.cells(
        List.of(
            "batch",
            REASON,
            20L,
            true,
            table.removedRows(),
            (long) table.removedFiles(),
            (long) report.objects().size(),
            report.objects().getFirst().key(),
            report.objects().getFirst().after(),
            report.search().objects(),
            report.search().files(),
            0L,
            0L,
            0L));
  }

  private static List<String> postsBut(Athena athena, List<String> posts, String user) {
    List<String> ids = texts(athena.ask(POSTS));
    List<String> authors = texts(athena.ask(AUTHORS));
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!posts.contains(ids.get(i)) && !authors.get(i).equals(user)) {
        kept.add(ids.get(i));
      }
    }
    return kept;
  }

  private static List<String> texts(List<List<Object>> rows) {
    return rows.stream().map(row -> String.valueOf(row.getFirst())).toList();
  }
}
