package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake fact` as a person calls it.
class FactCommandTest {

  @TempDir private Path folder;
  private Commands lake;

  @BeforeEach
  void importPost() throws IOException {
    lake = new Commands(folder.resolve("lake"));
    lake.importPosts(1_700_000_000_000_000_001L);
  }

  @Test
  void factsStandBesideWhatIsCounted() throws IOException {
    String day = lake.rows("SELECT day FROM gold.volume_by_hour").getFirst();
    String csv = file("cups.csv", "Subject;sold;Day\ncoffee;12;%s\ntea;7;%s\n".formatted(day, day));

    assertThat(lake.call("fact", "cups_sold", csv)).contains("facts.cups_sold has 2 rows");
    assertThat(
            lake.rows(
                "SELECT subject, sold, posts FROM facts.cups_sold"
                    + " JOIN gold.volume_by_hour USING (day, subject)"))
        .containsExactly("coffee,12,1");

    Path parquet = folder.resolve("cups.parquet");
    lake.call(
        "query",
        "--out",
        parquet.toString(),
        "SELECT day, subject, 2 * sold AS sold FROM facts.cups_sold");
    lake.call("fact", "cups_sold", parquet.toString());
    assertThat(lake.rows("SELECT sum(sold) FROM facts.cups_sold")).containsExactly("38");

    assertThat(lake.call("fact", "cups_sold", "--remove")).contains("is removed");
    assertThat(lake.code("query", "SELECT * FROM facts.cups_sold")).isEqualTo(1);
    assertThat(lake.code("fact", "cups_sold", "--remove")).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    String good = file("good.csv", "day,subject,sold\n2026-11-01,coffee,1\n");
    lake.call("fact", "sold", good);

    assertRefused("no column 'day'", "subject,sold\ncoffee,1\n");
    assertRefused("neither a column 'subject' nor 'place_id'", "day,sold\n2026-11-01,1\n");
    assertRefused("has no values", "day,subject\n2026-11-01,coffee\n");
    assertRefused(
        "more than one row for 2026-11-01, coffee",
        "day,subject,sold\n2026-11-01,coffee,1\n2026-11-01,coffee,2\n");
    assertRefused("without a day", "day,subject,sold\n,coffee,1\n2026-11-01,coffee,2\n");
    assertRefused(
        "bad.csv has the day 'yesterday': days are written as 2026-11-20",
        "day,subject,sold\nyesterday,coffee,1\n");
    assertRefused("the day '03/04/2026'", "day,subject,sold\n03/04/2026,coffee,1\n");
    assertRefused("the day '20261110'", "day,subject,sold\n20261110,coffee,1\n");
    assertRefused(
        "the day '2026-02-30'", "day,subject,sold\n2026-02-28,coffee,1\n2026-02-30,coffee,1\n");
    assertRefused(
        "has rows without a subject or place_id",
        "day,subject,place_id,sold\n2026-11-01,,,1\n2026-11-01,coffee,,1\n");
    assertRefused("without a subject", "day,subject,sold\n2026-11-01,,1\n");
    assertRefused("has the column 'day' twice", "Day,subject,day\n2026-11-01,a,2026-11-02\n");
    assertRefused(
        "has lines that end with CR LF and others with LF",
        "day,subject,sold\r\n2026-11-01,coffee,1\n2026-11-02,coffee,1\r\n");
    Path latin =
        Files.writeString(
            folder.resolve("latin.csv"),
            "day,subject,sold\n2026-11-01,café,1\n",
            StandardCharsets.ISO_8859_1);
    assertThat(lake.code("fact", "sold", latin.toString())).isEqualTo(1);
    assertThat(lake.complained()).contains("latin.csv is not UTF-8: write it as UTF-8");
    assertThat(lake.code("fact", "../sold", good)).isEqualTo(1);
    assertThat(lake.code("fact", "sold")).isEqualTo(1);
    assertThat(lake.code("fact", "sold", folder.resolve("nothing.csv").toString())).isEqualTo(1);
    assertThat(lake.complained()).contains("there is no file");

    assertThat(lake.rows("SELECT sold FROM facts.sold")).as("stays").containsExactly("1");
  }

  @Test
  void whatWasUnderstoodIsSaid() throws IOException {
    String csv =
        file(
            "cups.csv",
            "day,subject,cups,note\n2026-04-03,007,1,a\n2026-04-05T23:30:00-03:00,007,2,b\n");
    assertThat(lake.call("fact", "x", csv))
        .isEqualTo("facts.x has 2 rows, 2026-04-03 to 2026-04-06; cups BIGINT, note VARCHAR\n");
    assertThat(lake.rows("SELECT DISTINCT subject FROM facts.x")).containsExactly("007");
  }

  @Test
  void oneThatIsDamagedKeepsNobodyFromReadingAnother() throws IOException {
    lake.call("fact", "order", file("order.csv", "day,subject,sold\n2026-11-01,coffee,1\n"));
    lake.call("fact", "cups", file("cups.csv", "day,subject,sold\n2026-11-01,coffee,2\n"));
    Path facts = folder.resolve("lake/facts");
    assertThat(lake.rows("SELECT sold FROM facts.order")).containsExactly("1");
    Files.writeString(facts.resolve("order/facts.parquet"), "no Parquet");
    Files.createDirectories(facts.resolve("Bad Name"));
    Files.copy(
        facts.resolve("cups/facts.parquet"), facts.resolve("Bad Name").resolve("facts.parquet"));
    Files.createDirectories(facts.resolve("empty"));

    assertThat(lake.rows("SELECT sold FROM facts.cups ORDER BY 1")).containsExactly("2");
    assertThat(
            lake.rows(
                "SELECT view_name FROM duckdb_views() WHERE schema_name = 'facts' ORDER BY 1"))
        .containsExactly("cups");
    assertThat(lake.code("query", "SELECT sold FROM facts.order")).isEqualTo(1);
    assertThat(lake.complained())
        .contains("facts.order: ", "order/facts.parquet is damaged", "fact --dir ", "order FILE");
  }

  private void assertRefused(String reason, String content) throws IOException {
    assertThat(lake.code("fact", "sold", file("bad.csv", content))).isEqualTo(1);
    assertThat(lake.complained()).contains(reason);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8).toString();
  }
}
