package dev.fedbytweets.acceptance.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.forget.Forget;
import dev.fedbytweets.forget.ForgetReport;
import dev.fedbytweets.forget.OtherFiles;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.local.query.QueryText;
import dev.fedbytweets.local.query.ResultFormat;
import dev.fedbytweets.local.query.SmallLake;
import dev.fedbytweets.local.status.LakeStatus;
import dev.fedbytweets.local.status.TableSize;
import dev.fedbytweets.maintain.Maintain;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Spark writes into the tables of a local lake: what it did stays, and the lake goes on.
class SparkTest {

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
  private static final String ALL = "SELECT text FROM silver.tweets ORDER BY text";

  private static SparkProcess spark;

  @TempDir Path folder;

  private SmallLake lake;

  @BeforeAll
  static void start() {
    spark = SparkProcess.start(Path.of("target", "spark.log"));
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @BeforeEach
  void fill() throws IOException {
    lake = SmallLake.in(folder.resolve("a lake"));
    addPosts(1, 2, 3, 4, 5, 6);
    lake.toSilver();
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void rowsThatSparkCopiesOnWriteAreTheLakes() {
    change("silver.tweets");

    addPosts(7);
    lake.toSilver();

    assertThat(posts()).containsExactly("changed", "merged", "post 4", "post 5", "post 7", "put");
    assertThat(sparksPosts()).isEqualTo(posts());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void rowsThatSparkDeletesOnReadStayDeleted(int formatVersion) {
    mergeOnRead("silver.tweets", formatVersion);
    change("silver.tweets");
    assertThat(deleteFiles(SilverDefinitions.TWEETS)).isPositive();
    assertThat(posts()).containsExactly("changed", "merged", "post 4", "post 5", "put");
    assertThat(rowsByStatus("silver.tweets")).isEqualTo(5);

    addPosts(7);
    lake.toSilver();

    assertThat(deleteFiles(SilverDefinitions.TWEETS)).isZero();
    assertThat(posts()).containsExactly("changed", "merged", "post 4", "post 5", "post 7", "put");
    assertThat(sparksPosts()).isEqualTo(posts());
    assertThat(rowsByStatus("silver.tweets")).isEqualTo(6);
  }

  @Test
  void rowsThatSparkDeletesInBronzeDoNotComeIn() {
    mergeOnRead("bronze.tweets", 2);
    addPosts(7, 8, 9);
    sql("DELETE FROM bronze.tweets WHERE text = 'post 8'");
    assertThat(deleteFiles(BronzeDefinitions.TWEETS)).isPositive();

    lake.toSilver();

    assertThat(posts())
        .containsExactly(
            "post 1", "post 2", "post 3", "post 4", "post 5", "post 6", "post 7", "post 9");
  }

  @Test
  void tablesThatSparkCompactsAndExpiresAreFollowedFurther() {
    addPosts(7);
    sql(
        "CALL lake.system.rewrite_data_files(table => 'bronze.tweets', options => map('min-input-files', '2'))");
    sql(
        "CALL lake.system.rewrite_data_files(table => 'silver.tweets', options => map('rewrite-all', 'true'))");
    sql("CALL lake.system.expire_snapshots(table => 'silver.tweets', retain_last => 2)");

    addPosts(8);
    lake.toSilver();

    assertThat(posts())
        .containsExactly(
            "post 1", "post 2", "post 3", "post 4", "post 5", "post 6", "post 7", "post 8");
    assertThat(sparksPosts()).isEqualTo(posts());
  }

  @Test
  void maintenanceAndSparksOwnDoEachOtherNoHarm() {
    addPosts(7);
    addPosts(8);
    lake.toSilver();
    sql(
        "CALL lake.system.rewrite_data_files(table => 'bronze.tweets', options => map('min-input-files', '2'))");
    sql("CALL lake.system.rewrite_manifests(table => 'silver.tweets')");
    mergeOnRead("silver.tweets", 2);
    sql("DELETE FROM silver.tweets WHERE text = 'post 2'");
    maintainInAWeek();
    sql(
        "CALL lake.system.rewrite_data_files(table => 'silver.tweets', options => map('rewrite-all', 'true'))");
    sql(
        "CALL lake.system.expire_snapshots(table => 'bronze.tweets', older_than => TIMESTAMP '2999-01-01 00:00:00', retain_last => 1)");

    addPosts(9);
    lake.toSilver();

    assertThat(deleteFiles(SilverDefinitions.TWEETS)).isZero();
    assertThat(posts())
        .containsExactly(
            "post 1", "post 3", "post 4", "post 5", "post 6", "post 7", "post 8", "post 9");
    assertThat(sparksPosts()).isEqualTo(posts());
  }

  @Test
  void whatIsForgottenIsGoneForSparkToo() {
    mergeOnRead("silver.tweets", 2);
    sql("DELETE FROM silver.tweets WHERE text = 'post 2'");
    assertThat(deleteFiles(SilverDefinitions.TWEETS)).isPositive();
    addPosts(7);

    ForgetReport report = forget(3, 7);

    assertThat(report.search().found()).isEmpty();
    assertThat(posts()).containsExactly("post 1", "post 4", "post 5", "post 6");
    assertThat(sparksPosts()).isEqualTo(posts());
    addPosts(8);
    lake.toSilver();
    assertThat(posts()).containsExactly("post 1", "post 4", "post 5", "post 6", "post 8");
    assertThat(sparksPosts()).isEqualTo(posts());
  }

  private ForgetReport forget(int... numbers) {
    Forget forget =
        new Forget(lake.tables(), new MemoryObjectStore(), OtherFiles.NONE, InstantSource.system());
    forget.begin(
        "batch",
        Map.of(ForgottenKind.POST, IntStream.of(numbers).mapToObj(SparkTest::id).toList()),
        Optional.empty());
    return forget.finish("batch");
  }

  private void maintainInAWeek() {
    Maintain maintain =
        new Maintain(
            lake.tables(),
            MaintenanceSettings.USUAL,
            InstantSource.fixed(Instant.now().plus(Duration.ofDays(8))),
            Metrics.NONE);
    TableDefinitions.ALL.forEach(table -> maintain.maintain(table, Instant.MAX));
  }

  /// Of the posts 1 to 6 deletes 1, updates 2, merges 3 and 6, and inserts one.
  private void change(String table) {
    sql("DELETE FROM %s WHERE text = 'post 1'".formatted(table));
    sql("UPDATE %s SET text = 'changed' WHERE text = 'post 2'".formatted(table));
    sql(
        """
        MERGE INTO %s AS t USING (SELECT id, text FROM %s WHERE text IN ('post 3', 'post 6')) AS s
        ON t.id = s.id
        WHEN MATCHED AND s.text = 'post 3' THEN DELETE
        WHEN MATCHED THEN UPDATE SET text = 'merged'"""
            .formatted(table, table));
    sql(
        """
        INSERT INTO %s (id, created_at, subject, import_date, file_name, retrieved_at,
          first_retrieved_at, original_id, is_latest_edit, text)
        SELECT id + 1, created_at, subject, import_date, file_name, retrieved_at,
          first_retrieved_at, original_id + 1, is_latest_edit, 'put'
        FROM %s WHERE text = 'post 4'"""
            .formatted(table, table));
  }

  private void mergeOnRead(String table, int formatVersion) {
    sql(
        """
        ALTER TABLE %s SET TBLPROPERTIES ('format-version' = '%d',
          'write.delete.mode' = 'merge-on-read', 'write.update.mode' = 'merge-on-read',
          'write.merge.mode' = 'merge-on-read')"""
            .formatted(table, formatVersion));
  }

  private void addPosts(int... numbers) {
    lake.add(
        BronzeDefinitions.TWEETS,
        IntStream.of(numbers)
            .mapToObj(
                number ->
                    Samples.tweet(
                        id(number),
                        null,
                        "coffee",
                        "page-" + number,
                        START.plusSeconds(number),
                        "post " + number,
                        1L,
                        null))
            .toList());
  }

  private static String id(int number) {
    return Long.toString(
        Snowflake.smallestAt(START.plus(Duration.ofHours(number / 4)).plusSeconds(number)));
  }

  /// As `./lake query` shows them.
  private List<String> posts() {
    try (LakeDatabase database = LakeDatabase.open(lake.directory())) {
      return QueryText.of(database, ALL, ResultFormat.CSV).lines().skip(1).toList();
    }
  }

  private List<String> sparksPosts() {
    return sql(ALL).stream().map(row -> row.replaceAll(".*:\"|\"}", "")).toList();
  }

  private List<String> sql(String sql) {
    return spark.sql(lake.directory().root(), sql);
  }

  private long rowsByStatus(String table) {
    try (Lake opened = Lake.openExisting(lake.directory())) {
      return LakeStatus.of(opened).tables().stream()
          .filter(size -> size.name().equals(table))
          .mapToLong(TableSize::rows)
          .findAny()
          .orElseThrow();
    }
  }

  private int deleteFiles(TableDefinition<?> table) {
    return RowDeletes.of(lake.tables().existing(table).orElseThrow()).files().size();
  }
}
