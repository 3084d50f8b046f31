package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the gold tables of the demo say is what DuckDB counts in silver, also after posts were
/// forgotten and after a rebuild.
class GoldAnswersTest {

  private static final String COUNTED =
      "silver.tweets WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced'";

  @TempDir private static Path folder;
  private static Commands lake;

  @BeforeAll
  static void showDemo() {
    lake = new Commands(folder.resolve("lake"));
    assertThat(lake.call("demo")).contains("dashboard.html");
  }

  @Test
  void goldSaysWhatSilverHas() throws IOException {
    assertGoldAgrees();
    assertThat(lake.rows("SELECT count(*) FROM gold.post_labels")).isNotEqualTo(List.of("0"));

    List<Path> files = filesOfGold();
    lake.call("dashboard");
    assertThat(filesOfGold()).as("where nothing changed, nothing is written").isEqualTo(files);

    assertThat(lake.rows("SELECT * FROM gold.topics_by_day")).isEmpty();
    Files.writeString(
        folder.resolve("lake.yaml"), "subjects: [{name: coffee, query: coffee, questions: true}]");
    lake.call("dashboard");
    assertThat(lake.rows("SELECT DISTINCT subject FROM gold.topics_by_day"))
        .containsExactly("coffee");

    List<String> forgotten = lake.rows("SELECT id FROM silver.tweets ORDER BY id LIMIT 20");
    Path posts = Files.write(folder.resolve("posts.txt"), forgotten);
    lake.call("forget", "--posts", posts.toString());
    assertThat(
            lake.rows(
                "SELECT count(*) FROM gold.post_labels WHERE post_id IN (%s)"
                    .formatted(String.join(", ", forgotten))))
        .containsExactly("0");
    lake.call("dashboard");
    assertGoldAgrees();

    lake.call("rebuild");
    assertGoldAgrees();

    lake.call("forget", "--subject", "coffee");
    lake.call("dashboard");
    assertGoldAgrees();
    for (String table : List.of("volume_by_hour", "post_labels", "collection_by_run")) {
      assertThat(lake.rows("SELECT DISTINCT subject FROM gold." + table))
          .containsExactly("hot-drinks");
    }
  }

  private static void assertGoldAgrees() {
    assertSame(
        "SELECT day, hour, subject, posts, replies, quotes, retweets FROM gold.volume_by_hour",
        """
        SELECT CAST(created_at AS date), hour(created_at), subject, count(*),
          count(*) FILTER (referenced_type = 'replied_to'),
          count(*) FILTER (referenced_type = 'quoted'),
          count(*) FILTER (referenced_type = 'retweeted')
        FROM %s GROUP BY ALL
        """
            .formatted(COUNTED));
    assertSame(
        "SELECT day, subject, posts, authors, likes, replies, retweets, quotes, bookmarks,"
            + " impressions FROM gold.engagement_by_day",
        """
        SELECT CAST(created_at AS date), subject, count(*), count(DISTINCT author_id),
          coalesce(sum(like_count), 0), coalesce(sum(reply_count), 0),
          coalesce(sum(retweet_count), 0), coalesce(sum(quote_count), 0),
          coalesce(sum(bookmark_count), 0), coalesce(sum(impression_count), 0)
        FROM %s GROUP BY ALL
        """
            .formatted(COUNTED));
    assertSame(
        "SELECT day, subject, hashtag, posts, rank FROM gold.top_hashtags_by_day",
        """
        SELECT * FROM (
          SELECT *, row_number() OVER (PARTITION BY day, subject ORDER BY posts DESC, hashtag) AS rank
          FROM (
            SELECT CAST(created_at AS date) AS day, subject, hashtag, count(DISTINCT id) AS posts
            FROM (SELECT *, unnest(hashtags) AS hashtag FROM %s) GROUP BY ALL
          )
        ) WHERE rank <= 50
        """
            .formatted(COUNTED));
    assertSame(
        "SELECT day, subject, domain, posts FROM gold.top_domains_by_day",
        """
        SELECT CAST(created_at AS date), subject, domain, count(DISTINCT id)
        FROM (
          SELECT *, regexp_extract(lower(unnest(urls)),
            '^https?://(?:[^/?#@]*@)?(?:www[.])?([^/?#:]+)', 1) AS domain
          FROM %s
        ) WHERE domain NOT IN ('', 'x.com', 'twitter.com', 't.co') GROUP BY ALL
        """
            .formatted(COUNTED));
    assertSame(
        "SELECT day, subject, place_id, full_name, country_code, posts FROM gold.places_by_day",
        """
        SELECT CAST(t.created_at AS date), t.subject, t.place_id, p.full_name, p.country_code,
          count(*)
        FROM (SELECT * FROM %s) t LEFT JOIN silver.places p ON p.id = t.place_id
        WHERE t.place_id IS NOT NULL GROUP BY ALL
        """
            .formatted(COUNTED));
    assertSame(
        "SELECT day, subject, lang, posts, scored, negative, neutral, positive"
            + " FROM gold.sentiment_by_day",
        """
        SELECT CAST(t.created_at AS date), t.subject, coalesce(t.lang, 'und'), count(*),
          count(l.label), count(*) FILTER (l.label = 'negative'),
          count(*) FILTER (l.label = 'neutral'), count(*) FILTER (l.label = 'positive')
        FROM (SELECT * FROM %s) t
        LEFT JOIN gold.post_labels l
          ON l.post_id = t.id AND l.subject = t.subject AND l.model = 'sentiment'
        GROUP BY ALL
        """
            .formatted(COUNTED));
    assertSame(
        "SELECT run_id, subject, posts, media, quarantined FROM gold.collection_by_run",
        """
        SELECT run_id, subject, count(*), 0, 0 FROM bronze.tweets
        WHERE found_as IS DISTINCT FROM 'referenced' GROUP BY ALL
        """);
  }

  private static void assertSame(String gold, String counted) {
    assertThat(lake.rows("(%s) EXCEPT (%s)".formatted(gold, counted))).as(gold).isEmpty();
    assertThat(lake.rows("(%s) EXCEPT (%s)".formatted(counted, gold))).as(gold).isEmpty();
  }

  private static List<Path> filesOfGold() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake/gold"))) {
      return files.sorted().toList();
    }
  }
}
