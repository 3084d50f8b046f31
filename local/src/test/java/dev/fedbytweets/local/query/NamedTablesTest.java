package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An answer opens the tables that the SQL names, and is the same as if it had opened all.
class NamedTablesTest {

  @TempDir private Path folder;

  private SmallLake lake;

  @BeforeEach
  void makeALake() throws IOException {
    lake =
        SmallLake.in(folder)
            .add(BronzeDefinitions.TWEETS, List.of(Samples.fullTweet("17", "page-1")))
            .toSilver();
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void onlyTheTablesThatAreNamedAreOpened() {
    assertThat(NamedTables.in("SELECT 1")).isEmpty();
    assertThat(NamedTables.in("FROM Tweets")).containsExactly(SilverDefinitions.TWEETS);
    assertThat(NamedTables.in("FROM \"silver\".\"users\" ORDER BY id DESC"))
        .containsExactly(SilverDefinitions.USERS);
    assertThat(NamedTables.in("FROM bronze.places"))
        .containsExactly(BronzeDefinitions.PLACES, SilverDefinitions.PLACES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOW TABLES",
        "DESC",
        "FROM (DESCRIBE) WHERE name = 'tweets'",
        "FROM information_schema.tables WHERE table_name = 'tweets'",
        "FROM duckdb_views() WHERE view_name = 'tweets'",
        "FROM query('FROM tweets')"
      })
  void whatListsTablesOpensAll(String sql) {
    assertThat(NamedTables.in(sql)).isEqualTo(TableDefinitions.ALL);
  }

  @Test
  void aTableWhoseNameIsPutTogetherIsFoundToo() {
    assertThat(answer("FROM query('SELECT id FROM bronze.twe' || 'ets')"))
        .isEqualTo("id\r\n17\r\n");
    assertThat(answer("FROM query_table('twe' || 'ets') SELECT count(*) AS n"))
        .isEqualTo("n\r\n1\r\n");
  }

  @Test
  void aMisspeltTableIsToldWhatItIsLike() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> answer("FROM twets"))
        .withMessageContaining("twets")
        .withMessageContaining("Did you mean \"tweets\"?");
  }

  @Test
  void aTableThatCannotBeOpenedHindersNobodyElse() throws IOException {
    Table table = lake.tables().existing(BronzeDefinitions.TWEETS).orElseThrow();
    Files.delete(lake.directory().file(table.currentSnapshot().manifestListLocation()));

    assertThat(answer("SELECT id FROM tweets")).isEqualTo("id\r\n17\r\n");
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> answer("SELECT id FROM bronze.tweets"))
        .withMessageContaining("bronze.tweets: ");
  }

  private String answer(String sql) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Lake reader = Lake.openExisting(lake.directory())) {
      LakeDatabase.answer(reader, sql, ResultOutput.to(stream, ResultFormat.CSV));
    }
    return stream.toString(StandardCharsets.UTF_8);
  }
}
