package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What gold makes of posts that X itself would not send.
class OddPostsInGoldTest {

  @TempDir private Path folder;

  @Test
  void languagesAreKnownInWhateverCaseAndRegion() throws IOException {
    Commands lake = new Commands(folder.resolve("lake"));
    lake.call(
        "import",
        "--subject",
        "coffee",
        page(
                "page.json",
                post(1_538_600_000_000_000_001L, "I love this coffee", "EN"),
                post(1_538_600_000_000_000_002L, "adoro este café", "PT-br"),
                post(1_538_600_000_000_000_003L, "何か", "ja"))
            .toString());

    assertThat(lake.complained()).doesNotContain("harms nothing");
    assertThat(
            lake.rows(
                "SELECT lang, scored, positive_share IS NOT NULL FROM gold.sentiment_by_day"
                    + " ORDER BY lang"))
        .containsExactly("EN,1,true", "PT-br,1,true", "ja,0,false");
  }

  @Test
  void rowsThatWereSetAsideAreCountedOnceHoweverManyDaysAndImportsThereAre() throws IOException {
    Commands lake = new Commands(folder.resolve("lake"));
    for (int day = 1; day <= 3; day++) {
      lake.call(
          "import",
          "--subject",
          "coffee",
          page(
                  "page-%d.json".formatted(day),
                  post(1_538_600_000_000_000_000L + ((long) day * 86_400_000 << 22), "x", "en"),
                  "{\"id\":\"not a number %d\",\"text\":\"y\"}".formatted(day),
                  "{\"id\":\"none\",\"text\":\"y %d\"}".formatted(day))
              .toString());
    }

    assertThat(lake.rows("SELECT sum(quarantined) FROM gold.collection_by_run"))
        .containsExactly("6");
  }

  @Test
  void aRunIsOfTheDayOnWhichXAnsweredAlsoAfterARebuild() {
    Commands lake = new Commands(folder.resolve("lake"));
    lake.call("demo");
    List<String> runs = runs(lake);
    assertThat(runs).isNotEmpty();

    lake.call("rebuild");

    assertThat(runs(lake)).isEqualTo(runs);
  }

  private static List<String> runs(Commands lake) {
    return lake.rows("SELECT run_id, subject, first_at FROM gold.collection_by_run ORDER BY ALL");
  }

  private Path page(String name, String... posts) throws IOException {
    return Files.writeString(
        folder.resolve(name), "{\"data\":[%s]}".formatted(String.join(",", posts)));
  }

  private static String post(long id, String text, String lang) {
    return "{\"id\":\"%d\",\"text\":\"%s\",\"author_id\":\"7\",\"lang\":\"%s\"}"
        .formatted(id, text, lang);
  }
}
