package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.tables.ForeignDeletes;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The database shows the tables as they are, and only them.
class LakeDatabaseTest {

  private static final Instant SEEN = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir private Path folder;

  @Test
  void refusesAFolderWithoutALakeAndCreatesNothingInIt() throws IOException {
    LakeDirectory empty = new LakeDirectory(folder);

    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> LakeDatabase.open(empty))
        .withMessageContaining("there is no lake in " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void showsTheColumnsOfTheTablesWithRowsAndWithout() throws IOException {
    try (SmallLake empty = SmallLake.in(folder.resolve("empty"));
        LakeDatabase withoutRows = LakeDatabase.of(empty.lake());
        SmallLake full = fullLake("full");
        LakeDatabase withRows = LakeDatabase.of(full.lake())) {
      for (TableDefinition<?> definition : TableDefinitions.ALL) {
        String description = QueryText.of(withRows, "DESCRIBE " + definition, ResultFormat.CSV);

        assertThat(QueryText.of(withoutRows, "DESCRIBE " + definition, ResultFormat.CSV))
            .isEqualTo(description);
        assertThat(description.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
            .containsExactlyElementsOf(
                definition.schema().columns().stream().map(NestedField::name).toList());
      }
    }
  }

  @Test
  void createsNoTable() throws IOException {
    try (SmallLake empty = SmallLake.in(folder);
        LakeDatabase database = LakeDatabase.open(empty.directory())) {

      String count =
          QueryText.of(database, "SELECT count(*) AS posts FROM silver.tweets", ResultFormat.CSV);

      assertThat(count).isEqualTo("posts\r\n0\r\n");
      assertThat(TableDefinitions.ALL)
          .allSatisfy(table -> assertThat(empty.tables().existing(table)).isEmpty());
    }
  }

  @Test
  void columnsHaveTheTypesOfTheTables() throws IOException {
    try (SmallLake lake = fullLake("lake");
        LakeDatabase database = LakeDatabase.of(lake.lake())) {

      String types =
          QueryText.of(
              database,
              "SELECT typeof(id), typeof(retrieved_at), typeof(hashtags), typeof(referenced),"
                  + " typeof(like_count), typeof(longitude), typeof(possibly_sensitive)"
                  + " FROM bronze.tweets LIMIT 1",
              ResultFormat.CSV);

      assertThat(types.lines().skip(1))
          .containsExactly(
              "VARCHAR,TIMESTAMP,VARCHAR[],\"STRUCT(\"\"type\"\" VARCHAR, id VARCHAR)[]\","
                  + "BIGINT,DOUBLE,BOOLEAN");
    }
  }

  @Test
  void showsEveryValueOfEveryColumn() throws IOException {
    try (SmallLake lake = fullLake("lake");
        LakeDatabase database = LakeDatabase.of(lake.lake())) {

      String row =
          QueryText.of(
              database, "FROM bronze.tweets WHERE id = '2083157183716917249'", ResultFormat.JSON);

      assertThat(row.replace("\u2028", "(U+2028)"))
          .isEqualTo(
              """
              [
              {"id":"2083157183716917249","created_at":"2026-11-20T09:00:00.000Z",\
              "author_id":"2244994945","text":"café (U+2028) 👩‍💻 &amp; more",\
              "place_id":"07d9db48bc083000","import_date":"2026-11-21T10:00:00.123456Z",\
              "file_name":"page-1","subject":"coffee","run_id":"run-1",\
              "retrieved_at":"2026-11-21T09:59:59Z","note_text":"the whole note","lang":"en",\
              "conversation_id":"2083157183716917249","in_reply_to_user_id":"1",\
              "possibly_sensitive":true,"reply_settings":"everyone","retweet_count":1,\
              "reply_count":2,"like_count":3,"quote_count":4,"bookmark_count":5,\
              "impression_count":9000000000,"hashtags":["Coffee","Espresso"],"cashtags":["X"],\
              "mentions":["someone"],"urls":["https://example.org/a"],\
              "referenced":[{"type":"quoted","id":"17"},{"type":"replied_to","id":null}],\
              "edit_history":["2083157183716917249"],"longitude":-46.6,"latitude":-23.5,\
              "withheld_countries":["DE","FR"],"community_id":"community","retrieved_at_known":true,\
              "found_as":"result","retweeted_text":"the whole text of another post",\
              "media_keys":["3_2083157183716917249","7_2083157183716917249"]}
              ]
              """);
    }
  }

  @Test
  void aFileFromBeforeAColumnWasAddedHasNullInIt() throws IOException {
    TableDefinition<Tweet> definition = BronzeDefinitions.TWEETS;
    try (SmallLake lake = SmallLake.in(folder)) {
      Table table = lake.tables().table(definition);
      table.updateSchema().deleteColumn("community_id").deleteColumn("hashtags").commit();
      writeWithoutMigration(lake, "1");
      lake.tables().table(definition);
      lake.add(definition, List.of(Samples.fullTweet("2", "page-2")));

      try (LakeDatabase database = LakeDatabase.of(lake.lake())) {
        String rows =
            QueryText.of(
                database,
                "SELECT id, subject, hashtags, community_id FROM bronze.tweets ORDER BY id",
                ResultFormat.CSV);

        assertThat(rows)
            .isEqualToNormalizingNewlines(
                """
                id,subject,hashtags,community_id
                1,coffee,,
                2,coffee,"[""Coffee"",""Espresso""]",community
                """);
      }
    }
  }

  @Test
  void aColumnThatATableOfAnEarlierVersionLacksIsNull() throws IOException {
    try (SmallLake lake = SmallLake.in(folder)) {
      lake.tables().table(BronzeDefinitions.TWEETS);
      writeWithoutMigration(lake, "1");
      Table table = lake.tables().existing(BronzeDefinitions.TWEETS).orElseThrow();
      table.updateSchema().deleteColumn("found_as").deleteColumn("hashtags").commit();

      try (LakeDatabase database = LakeDatabase.of(lake.lake())) {
        String rows =
            QueryText.of(
                database, "SELECT id, found_as, hashtags FROM bronze.tweets", ResultFormat.CSV);

        assertThat(rows).isEqualTo("id,found_as,hashtags\r\n1,,\r\n");
        assertThat(table.schema().findField("found_as")).isNull();
      }
    }
  }

  @Test
  void aColumnThatWasRenamedKeepsItsValues() throws IOException {
    try (SmallLake lake = fullLake("lake")) {
      Table table = lake.tables().existing(BronzeDefinitions.USERS).orElseThrow();
      table.updateSchema().renameColumn("followers_count", "followers").commit();

      try (LakeDatabase database = LakeDatabase.of(lake.lake())) {
        String rows =
            QueryText.of(database, "SELECT followers FROM bronze.users", ResultFormat.CSV);

        assertThat(rows).isEqualTo("followers\r\n100\r\n");
      }
    }
  }

  @Test
  void showsTheFilesOfTheSnapshotAndNoOthers() throws IOException {
    try (SmallLake lake = fullLake("lake")) {
      Table table = lake.tables().existing(BronzeDefinitions.TWEETS).orElseThrow();
      DataFile file = TableContents.files(table).getFirst().file();
      Path path = lake.directory().file(file.location());
      Files.copy(path, path.resolveSibling("left-behind.parquet"));

      try (LakeDatabase database = LakeDatabase.of(lake.lake())) {
        lake.add(BronzeDefinitions.TWEETS, List.of(Samples.fullTweet("99", "page-9")));

        String count =
            QueryText.of(database, "SELECT count(*) AS posts FROM bronze.tweets", ResultFormat.CSV);

        assertThat(count).isEqualTo("posts\r\n1\r\n");
      }
    }
  }

  @Test
  void showsManyFiles() throws IOException {
    try (SmallLake lake = SmallLake.in(folder)) {
      for (int id = 1; id <= 15; id++) {
        lake.add(BronzeDefinitions.PLACES, List.of(Samples.place("p" + id, "page", SEEN, "P")));
      }

      try (LakeDatabase database = LakeDatabase.open(lake.directory())) {
        String count =
            QueryText.of(
                database,
                "SELECT count(DISTINCT id) AS places FROM bronze.places",
                ResultFormat.CSV);

        assertThat(count).isEqualTo("places\r\n15\r\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's [my] lake", "{a,b} * 100%", "caf\u00e9 \"\u4e2d\u6587\""})
  void readsALakeInAFolderOfAnyName(String name) throws IOException {
    Files.createDirectories(folder.resolve("its m lake"));
    fullLake(name).close();

    try (LakeDatabase database = LakeDatabase.open(new LakeDirectory(folder.resolve(name)))) {
      String count =
          QueryText.of(database, "SELECT count(*) AS users FROM silver.users", ResultFormat.CSV);

      assertThat(count).isEqualTo("users\r\n1\r\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutWhatDeleteFilesDelete(ForeignDeletes kind) throws IOException {
    try (SmallLake lake = SmallLake.in(folder)) {
      lake.add(BronzeDefinitions.PLACES, places("a", "b", "c"));
      lake.add(BronzeDefinitions.PLACES, places("d", "e"));
      lake.add(BronzeDefinitions.PLACES, places("f"));
      Table table = lake.tables().existing(BronzeDefinitions.PLACES).orElseThrow();
      kind.delete(table, id -> List.of("a", "c", "f").contains(id));

      try (LakeDatabase database = LakeDatabase.of(lake.lake())) {
        String rows =
            QueryText.of(
                database, "SELECT id, name FROM bronze.places ORDER BY id", ResultFormat.CSV);

        assertThat(rows).isEqualTo("id,name\r\nb,B\r\nd,D\r\ne,E\r\n");
      }
    }
  }

  private static List<Place> places(String... ids) {
    return Arrays.stream(ids)
        .map(id -> Samples.place(id, "page", SEEN, id.toUpperCase(Locale.ROOT)))
        .toList();
  }

  @Test
  void saysWhichFileOfTheTablesIsMissing() throws IOException {
    try (SmallLake lake = fullLake("lake");
        Lake later = Lake.open(lake.directory())) {
      Table table = lake.tables().existing(SilverDefinitions.USERS).orElseThrow();
      Files.delete(lake.directory().file(table.currentSnapshot().manifestListLocation()));

      try (LakeDatabase database = LakeDatabase.of(later)) {
        assertThatExceptionOfType(RejectedException.class)
            .isThrownBy(() -> QueryText.of(database, "FROM silver.users", ResultFormat.CSV))
            .withMessageContaining("silver.users: ")
            .withMessageContaining(".avro is missing: ./lake rebuild");
        assertThat(QueryText.of(database, "SELECT 1 AS n FROM silver.tweets", ResultFormat.CSV))
            .startsWith("n\r\n1");
      }
    }
  }

  @Test
  void leavesNoTemporaryFileBehind() throws IOException {
    List<Path> before = spillFolders();
    try (SmallLake lake = fullLake("lake")) {
      LakeDatabase database = LakeDatabase.of(lake.lake());
      assertThat(spillFolders()).hasSize(before.size() + 1);

      database.close();

      assertThat(spillFolders()).isEqualTo(before);
    }
  }

  private static List<Path> spillFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("fedbytweets-query-"))
          .sorted()
          .toList();
    }
  }

  private SmallLake fullLake(String name) throws IOException {
    return SmallLake.in(folder.resolve(name))
        .add(BronzeDefinitions.TWEETS, List.of(Samples.fullTweet("2083157183716917249", "page-1")))
        .add(BronzeDefinitions.USERS, List.of(Samples.user("7", "page-1", SEEN, 100L)))
        .add(BronzeDefinitions.PLACES, List.of(Samples.place("p1", "page-1", SEEN, "Santos")))
        .toSilver();
  }

  /// As an older version of this program would write it: columns that the table lacks are left
  /// out.
  private static void writeWithoutMigration(SmallLake lake, String id) {
    Table table = lake.tables().existing(BronzeDefinitions.TWEETS).orElseThrow();
    lake.add(BronzeDefinitions.TWEETS, table, List.of(Samples.fullTweet(id, "page-1")));
  }
}
